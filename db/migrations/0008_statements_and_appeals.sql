CREATE TYPE "public"."appeal_outcome" AS ENUM('upheld', 'overturned', 'taken-back');--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'hold-comment' BEFORE 'publish-article';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'lodge-appeal' BEFORE 'publish-article';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'uphold-decision' BEFORE 'publish-article';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'overturn-decision' BEFORE 'publish-article';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'statement';--> statement-breakpoint
CREATE TABLE "appeal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"member_id" uuid,
	"text" text NOT NULL,
	"outcome" "appeal_outcome",
	"answer" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "appeal_decisionId_unique" UNIQUE("decision_id"),
	CONSTRAINT "appeal_decided" CHECK (("appeal"."outcome" is null) = ("appeal"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "guest_letter" (
	"decision_id" uuid PRIMARY KEY NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "notification_once";--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
ALTER TABLE "reason" ADD COLUMN "is_personal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decided_by_member_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appeal_open" ON "appeal" USING btree ("created_at","id") WHERE "appeal"."outcome" is null;--> statement-breakpoint
CREATE INDEX "appeal_comment" ON "appeal" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "guest_letter_sent" ON "guest_letter" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "decision_of_comments" ON "decision" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "decision"."comment_id" is not null;--> statement-breakpoint
CREATE INDEX "notification_decision" ON "notification" USING btree ("decision_id") WHERE "notification"."decision_id" is not null;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_once" UNIQUE NULLS NOT DISTINCT("member_id","kind","comment_id","decision_id");