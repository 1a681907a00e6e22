-- Safe to run again, and in any order after the table is made.
CREATE OR REPLACE FUNCTION refuse_to_change_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'a note is never changed';
END
$$;--> statement-breakpoint
CREATE OR REPLACE TRIGGER member_note_is_append_only BEFORE UPDATE ON "member_note" FOR EACH ROW EXECUTE FUNCTION refuse_to_change_note();
--> statement-breakpoint
-- The reason that every paper begins with and that is about a person's private facts.
UPDATE "reason" SET "is_personal" = true WHERE "code" = 'privacy';
