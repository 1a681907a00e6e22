ALTER TYPE "public"."hold_reason" ADD VALUE 'unseen-domain';--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'denied-domain';--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'premoderated';--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'record';--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'too-fast';--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'newsroom';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'change-conversation';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'change-settings';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'change-domain';--> statement-breakpoint
CREATE TABLE "link_domain" (
	"name" text PRIMARY KEY NOT NULL,
	"verdict" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "link_domain_verdict" CHECK ("link_domain"."verdict" in ('allow', 'deny'))
);
--> statement-breakpoint
ALTER TABLE "article" ADD COLUMN "comments_premoderated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "article" ADD COLUMN "comments_close_after" integer;--> statement-breakpoint
ALTER TABLE "article" ADD COLUMN "comment_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "article" ADD COLUMN "heated_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "findings" jsonb;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "text_hash" text;--> statement-breakpoint
CREATE INDEX "link_domain_decided" ON "link_domain" USING btree ("name") WHERE "link_domain"."verdict" is not null;--> statement-breakpoint
CREATE INDEX "comment_text" ON "comment" USING btree ("text_hash","created_at") WHERE "comment"."text_hash" is not null;--> statement-breakpoint
CREATE INDEX "report_latest" ON "report" USING btree ("created_at");