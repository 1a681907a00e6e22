CREATE TYPE "public"."block_kind" AS ENUM('email', 'domain', 'range', 'network');--> statement-breakpoint
CREATE TYPE "public"."clean_up_outcome" AS ENUM('restored', 'left');--> statement-breakpoint
CREATE TYPE "public"."clean_up_reach" AS ENUM('account', 'browser', 'network');--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'sanction';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'warn-member' BEFORE 'ban-member';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'premoderate-member' BEFORE 'ban-member';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'mute-member' BEFORE 'ban-member';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'enter-block' BEFORE 'change-reason';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'lift-block' BEFORE 'change-reason';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'clean-up' BEFORE 'change-reason';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'undo-clean-up' BEFORE 'change-reason';--> statement-breakpoint
ALTER TYPE "public"."sanction_kind" ADD VALUE 'premoderation' BEFORE 'mute';--> statement-breakpoint
CREATE TABLE "block" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "block_kind" NOT NULL,
	"name" text,
	"range" "cidr",
	"sender_hash" text,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"comment_id" uuid,
	"entered_by" uuid,
	"ends_at" timestamp with time zone,
	"lifted_at" timestamp with time zone,
	"hits" integer DEFAULT 0 NOT NULL,
	"trusted_hits" integer DEFAULT 0 NOT NULL,
	"last_hit_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "block_of_one_thing" CHECK (num_nonnulls("block"."name", "block"."range", "block"."sender_hash") = 1)
);
--> statement-breakpoint
CREATE TABLE "clean_up" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reach" "clean_up_reach" NOT NULL,
	"member_id" uuid,
	"comment_id" uuid,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"actor_id" uuid,
	"undone_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clean_up_comment" (
	"clean_up_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"seen_as" "standing" NOT NULL,
	"decision_id" uuid NOT NULL,
	"outcome" "clean_up_outcome",
	CONSTRAINT "clean_up_comment_clean_up_id_comment_id_pk" PRIMARY KEY("clean_up_id","comment_id")
);
--> statement-breakpoint
CREATE TABLE "member_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sanction" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sanction" ADD COLUMN "section_id" uuid;--> statement-breakpoint
ALTER TABLE "sanction" ADD COLUMN "acknowledged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_reason_reason_code_fk" FOREIGN KEY ("reason") REFERENCES "public"."reason"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_entered_by_member_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clean_up" ADD CONSTRAINT "clean_up_reason_reason_code_fk" FOREIGN KEY ("reason") REFERENCES "public"."reason"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clean_up" ADD CONSTRAINT "clean_up_actor_id_member_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clean_up_comment" ADD CONSTRAINT "clean_up_comment_clean_up_id_clean_up_id_fk" FOREIGN KEY ("clean_up_id") REFERENCES "public"."clean_up"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clean_up_comment" ADD CONSTRAINT "clean_up_comment_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_note" ADD CONSTRAINT "member_note_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "block_name" ON "block" USING btree ("name") WHERE "block"."name" is not null;--> statement-breakpoint
CREATE INDEX "block_range" ON "block" USING gist ("range" inet_ops) WHERE "block"."range" is not null;--> statement-breakpoint
CREATE INDEX "block_sender" ON "block" USING btree ("sender_hash") WHERE "block"."sender_hash" is not null;--> statement-breakpoint
CREATE INDEX "block_latest" ON "block" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "clean_up_latest" ON "clean_up" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "clean_up_comment_of" ON "clean_up_comment" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "member_note_member" ON "member_note" USING btree ("member_id","created_at");--> statement-breakpoint
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE no action ON UPDATE no action;