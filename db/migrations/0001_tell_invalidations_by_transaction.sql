ALTER TABLE "cache_invalidation" DROP CONSTRAINT "cache_invalidation_urgency";--> statement-breakpoint
ALTER TABLE "cache_invalidation" ADD COLUMN "xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
CREATE INDEX "cache_invalidation_xid" ON "cache_invalidation" USING btree ("xid");--> statement-breakpoint
ALTER TABLE "cache_invalidation" ADD CONSTRAINT "cache_invalidation_urgency" CHECK ("cache_invalidation"."urgency" in ('now', 'soon', 'conceal'));