ALTER TYPE "public"."hold_reason" ADD VALUE 'reports' BEFORE 'sanction';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'pick-comment';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'withdraw-pick';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'tie-author';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'report-outcome';--> statement-breakpoint
CREATE TABLE "ignored_member" (
	"member_id" uuid NOT NULL,
	"ignored_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ignored_member_member_id_ignored_id_pk" PRIMARY KEY("member_id","ignored_id")
);
--> statement-breakpoint
CREATE TABLE "pick" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"picked_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "sender_hash" text;--> statement-breakpoint
ALTER TABLE "ignored_member" ADD CONSTRAINT "ignored_member_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ignored_member" ADD CONSTRAINT "ignored_member_ignored_id_member_id_fk" FOREIGN KEY ("ignored_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick" ADD CONSTRAINT "pick_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick" ADD CONSTRAINT "pick_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick" ADD CONSTRAINT "pick_picked_by_member_id_fk" FOREIGN KEY ("picked_by") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ignored_member_ignored" ON "ignored_member" USING btree ("ignored_id");--> statement-breakpoint
CREATE INDEX "pick_latest" ON "pick" USING btree ("article_id","created_at" DESC NULLS FIRST,"comment_id" DESC NULLS FIRST);