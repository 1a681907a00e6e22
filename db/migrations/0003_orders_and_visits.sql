CREATE TYPE "public"."thread_order" AS ENUM('oldest', 'newest', 'best', 'replies');--> statement-breakpoint
CREATE TABLE "article_visit" (
	"member_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"new_since" timestamp with time zone,
	"last_look_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_visit_member_id_article_id_pk" PRIMARY KEY("member_id","article_id")
);
--> statement-breakpoint
DROP INDEX "comment_parent";--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "thread_order" "thread_order";--> statement-breakpoint
ALTER TABLE "article_visit" ADD CONSTRAINT "article_visit_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_visit" ADD CONSTRAINT "article_visit_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_visit_article" ON "article_visit" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "comment_flat" ON "comment" USING btree ("article_id","visible_at","id") WHERE "comment"."standing" = 'visible';--> statement-breakpoint
CREATE INDEX "comment_parent" ON "comment" USING btree ("parent_id","created_at","id");