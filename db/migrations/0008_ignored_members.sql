CREATE TABLE "ignored_member" (
	"member_id" uuid NOT NULL,
	"ignored_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ignored_member_member_id_ignored_id_pk" PRIMARY KEY("member_id","ignored_id")
);
--> statement-breakpoint
ALTER TABLE "ignored_member" ADD CONSTRAINT "ignored_member_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ignored_member" ADD CONSTRAINT "ignored_member_ignored_id_member_id_fk" FOREIGN KEY ("ignored_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ignored_member_ignored" ON "ignored_member" USING btree ("ignored_id");