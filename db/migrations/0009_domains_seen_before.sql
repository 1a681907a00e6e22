-- Domains that readers saw links to before the table was made are no news. Done again, it does no harm.
INSERT INTO "link_domain" ("name")
SELECT DISTINCT lower(found[1])
FROM "comment", regexp_matches("comment"."text", 'https?://(?:www\.)?([a-z0-9.-]+\.[a-z]{2,})', 'gi') AS found
WHERE "comment"."visible_at" IS NOT NULL AND "comment"."standing" <> 'hidden'
ON CONFLICT DO NOTHING;
