ALTER TYPE "public"."decision_kind" ADD VALUE 'change-reason';--> statement-breakpoint
-- A table and a type can't have the same name.
ALTER TYPE "public"."reason" RENAME TO "former_reason";--> statement-breakpoint
CREATE TABLE "reason" (
	"code" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"rule_no" integer NOT NULL,
	"rule_text" text NOT NULL,
	"for_readers" boolean DEFAULT true NOT NULL,
	"retired_at" timestamp with time zone,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reason_rule_no" UNIQUE("rule_no"),
	CONSTRAINT "reason_other" CHECK ("reason"."code" <> 'other' or ("reason"."for_readers" and "reason"."retired_at" is null))
);
--> statement-breakpoint
INSERT INTO "reason" ("code", "position", "label", "rule_no", "rule_text") VALUES
	('personal-attack', 1, 'personal attack', 3, 'Answer the argument, not the person who makes it. Insults, mockery and threats are taken out, whoever they are aimed at: other readers, the people in our reports, or those who wrote them.'),
	('hate', 2, 'hatred against a group of people', 2, 'Nobody is run down for where they come from, what they believe, whom they love, their sex, their age, or an illness or disability.'),
	('spam', 3, 'advertising or spam', 5, 'The space under an article is not for sale. Advertising, collecting addresses, and one text posted again and again are taken out.'),
	('off-topic', 4, 'off topic', 6, 'Keep to what the article is about. A good thought in the wrong place is welcome again under the right one.'),
	('privacy', 5, 'private facts about a person', 4, 'What is private stays private: no addresses, telephone numbers, illnesses or family matters of people who have not made them public themselves.'),
	('illegal', 6, 'against the law', 1, 'The law holds here as in print. We do not publish libel, calls to violence, the names of people whom a court protects, or work that belongs to somebody else.'),
	('other', 7, 'against the rules of this site', 7, 'Write as you would speak to a full room. What no other rule foresaw is for the moderators to judge, and they say why.');--> statement-breakpoint
CREATE FUNCTION refuse_to_delete_reason() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'a reason is retired, never deleted';
END
$$;--> statement-breakpoint
CREATE TRIGGER reason_is_never_deleted BEFORE DELETE OR TRUNCATE ON "reason" FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_delete_reason();--> statement-breakpoint
-- Changes of a column's type fire no trigger: the lines of the log stay the rows that they were.
ALTER TABLE "comment" ALTER COLUMN "hidden_because" SET DATA TYPE text USING "hidden_because"::text;--> statement-breakpoint
ALTER TABLE "report" ALTER COLUMN "reason" SET DATA TYPE text USING "reason"::text;--> statement-breakpoint
ALTER TABLE "decision" ALTER COLUMN "reason" SET DATA TYPE text USING "reason"::text;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_hidden_because_reason_code_fk" FOREIGN KEY ("hidden_because") REFERENCES "public"."reason"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_reason_reason_code_fk" FOREIGN KEY ("reason") REFERENCES "public"."reason"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_reason_reason_code_fk" FOREIGN KEY ("reason") REFERENCES "public"."reason"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
DROP TYPE "public"."former_reason";
