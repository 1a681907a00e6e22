CREATE TYPE "public"."mail_frequency" AS ENUM('off', 'at-once', 'hourly', 'daily');--> statement-breakpoint
CREATE TYPE "public"."notification_kind" AS ENUM('reply');--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'retry-job';--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" "notification_kind" NOT NULL,
	"comment_id" uuid NOT NULL,
	"in_page" boolean NOT NULL,
	"read_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"letter_id" uuid,
	"settled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_preference" (
	"member_id" uuid NOT NULL,
	"kind" "notification_kind" NOT NULL,
	"in_page" boolean NOT NULL,
	"mail" "mail_frequency" NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notification_preference_member_id_kind_pk" PRIMARY KEY("member_id","kind")
);
--> statement-breakpoint
CREATE TABLE "address_key" (
	"week" integer PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notification_once" ON "notification" USING btree ("member_id","kind","comment_id");--> statement-breakpoint
CREATE INDEX "notification_of_member" ON "notification" USING btree ("member_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notification_comment" ON "notification" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "notification_created" ON "notification" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "notification_to_mail" ON "notification" USING btree ("member_id","due_at") WHERE "notification"."due_at" is not null and "notification"."settled_at" is null;