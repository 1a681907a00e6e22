CREATE TYPE "public"."filter_mode" AS ENUM('off', 'shadow', 'on');--> statement-breakpoint
CREATE TYPE "public"."word_level" AS ENUM('suspect', 'banned');--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'word' BEFORE 'newsroom';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'change-filter';--> statement-breakpoint
CREATE TABLE "word_list" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"level" "word_level" NOT NULL,
	"mode" "filter_mode" DEFAULT 'off' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"terms" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "word_list_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "word_term" (
	"list_id" uuid NOT NULL,
	"term" text NOT NULL,
	CONSTRAINT "word_term_list_id_term_pk" PRIMARY KEY("list_id","term")
);
--> statement-breakpoint
CREATE TABLE "word_trial" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"comments" integer NOT NULL,
	"looked" integer DEFAULT 0 NOT NULL,
	"found" integer DEFAULT 0 NOT NULL,
	"approved" integer DEFAULT 0 NOT NULL,
	"last_at" timestamp with time zone,
	"last_id" uuid,
	"done_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "word_trial_find" (
	"trial_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"comment_id" uuid NOT NULL,
	"was_approved" boolean NOT NULL,
	"words" jsonb NOT NULL,
	CONSTRAINT "word_trial_find_trial_id_no_pk" PRIMARY KEY("trial_id","no")
);
--> statement-breakpoint
ALTER TABLE "word_term" ADD CONSTRAINT "word_term_list_id_word_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."word_list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_trial" ADD CONSTRAINT "word_trial_list_id_word_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."word_list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_trial_find" ADD CONSTRAINT "word_trial_find_trial_id_word_trial_id_fk" FOREIGN KEY ("trial_id") REFERENCES "public"."word_trial"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "word_trial_list" ON "word_trial" USING btree ("list_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "word_trial_open" ON "word_trial" USING btree ("list_id") WHERE "word_trial"."done_at" is null;--> statement-breakpoint
CREATE INDEX "comment_created" ON "comment" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "comment_findings" ON "comment" USING gin ("findings" jsonb_path_ops);