ALTER TYPE "public"."decision_kind" ADD VALUE 'undo-decision';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'queue-alarm';--> statement-breakpoint
CREATE TABLE "claim" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "queue_alarm" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "act_id" uuid;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_alarm" ADD CONSTRAINT "queue_alarm_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_member" ON "claim" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "claim_expires" ON "claim" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "comment_unmoderated" ON "comment" USING btree ("visible_at","id") WHERE "comment"."standing" = 'visible' and "comment"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "comment_approved" ON "comment" USING btree ("decided_at","id") WHERE "comment"."standing" = 'visible' and "comment"."decided_at" is not null;--> statement-breakpoint
CREATE INDEX "comment_hidden_lately" ON "comment" USING btree ("moved_at","id") WHERE "comment"."standing" = 'hidden';--> statement-breakpoint
CREATE INDEX "comment_search" ON "comment" USING gin (to_tsvector('simple'::regconfig, "text"));--> statement-breakpoint
CREATE INDEX "comment_guest_name" ON "comment" USING btree (lower("guest_name")) WHERE "comment"."guest_name" is not null;--> statement-breakpoint
CREATE INDEX "decision_act" ON "decision" USING btree ("act_id") WHERE "decision"."act_id" is not null;