-- A comment remembers when it was last judged, whichever act wrote that into the log.
CREATE OR REPLACE FUNCTION note_judgement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE "comment" SET "decided_at" = NEW."created_at" WHERE "id" = NEW."comment_id";
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE OR REPLACE TRIGGER decision_judges_comment AFTER INSERT ON "decision" FOR EACH ROW
	WHEN (NEW."comment_id" IS NOT NULL AND NOT NEW."is_automatic"
		AND NEW."kind"::text IN ('approve-comment', 'hide-comment', 'restore-comment', 'overturn-decision', 'dismiss-reports'))
	EXECUTE FUNCTION note_judgement();--> statement-breakpoint
UPDATE "comment" SET "decided_at" = judged."at"
	FROM (SELECT "comment_id", max("created_at") AS "at" FROM "decision"
		WHERE "comment_id" IS NOT NULL AND NOT "is_automatic"
			AND "kind"::text IN ('approve-comment', 'hide-comment', 'restore-comment', 'overturn-decision', 'dismiss-reports')
		GROUP BY 1) judged
	WHERE "comment"."id" = judged."comment_id" AND "comment"."decided_at" IS DISTINCT FROM judged."at";
