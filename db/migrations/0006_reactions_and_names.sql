ALTER TYPE "public"."decision_kind" ADD VALUE 'count-reactions';--> statement-breakpoint
CREATE TABLE "earlier_name" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"likeness" text,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "name_likeness" text;--> statement-breakpoint
ALTER TABLE "article_reaction" ADD COLUMN "sender_hash" text;--> statement-breakpoint
ALTER TABLE "article_reaction" ADD COLUMN "is_set_aside" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "comment_reaction" ADD COLUMN "sender_hash" text;--> statement-breakpoint
ALTER TABLE "comment_reaction" ADD COLUMN "is_set_aside" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "earlier_name" ADD CONSTRAINT "earlier_name_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "earlier_name_member" ON "earlier_name" USING btree ("member_id","until");--> statement-breakpoint
CREATE INDEX "earlier_name_likeness" ON "earlier_name" USING btree ("likeness","until") WHERE "earlier_name"."likeness" is not null;--> statement-breakpoint
CREATE INDEX "member_likeness" ON "member" USING btree ("name_likeness") WHERE "member"."name_likeness" is not null;--> statement-breakpoint
CREATE INDEX "member_without_likeness" ON "member" USING btree ("id") WHERE "member"."name_chosen" and "member"."name_likeness" is null;--> statement-breakpoint
CREATE INDEX "article_reaction_crowd" ON "article_reaction" USING btree ("article_id","sender_hash","created_at") WHERE "article_reaction"."sender_hash" is not null;--> statement-breakpoint
CREATE INDEX "article_reaction_aside" ON "article_reaction" USING btree ("article_id") WHERE "article_reaction"."is_set_aside";--> statement-breakpoint
CREATE INDEX "comment_reaction_crowd" ON "comment_reaction" USING btree ("comment_id","sender_hash","created_at") WHERE "comment_reaction"."sender_hash" is not null;--> statement-breakpoint
CREATE INDEX "comment_reaction_aside" ON "comment_reaction" USING btree ("comment_id") WHERE "comment_reaction"."is_set_aside";