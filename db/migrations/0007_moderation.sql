CREATE TYPE "public"."appeal_outcome" AS ENUM('upheld', 'overturned', 'taken-back');--> statement-breakpoint
CREATE TYPE "public"."block_kind" AS ENUM('email', 'domain', 'range', 'network');--> statement-breakpoint
CREATE TYPE "public"."clean_up_outcome" AS ENUM('restored', 'left');--> statement-breakpoint
CREATE TYPE "public"."clean_up_reach" AS ENUM('account', 'browser', 'network');--> statement-breakpoint
CREATE TYPE "public"."filter_mode" AS ENUM('off', 'shadow', 'on');--> statement-breakpoint
CREATE TYPE "public"."word_level" AS ENUM('suspect', 'banned');--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'unseen-domain';--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'denied-domain';--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'premoderated';--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'record';--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'too-fast';--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'word';--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'newsroom';--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'reports';--> statement-breakpoint
ALTER TYPE "public"."hold_reason" ADD VALUE 'sanction';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'hold-comment' BEFORE 'publish-article';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'lodge-appeal' BEFORE 'publish-article';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'uphold-decision' BEFORE 'publish-article';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'overturn-decision' BEFORE 'publish-article';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'warn-member' BEFORE 'ban-member';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'premoderate-member' BEFORE 'ban-member';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'mute-member' BEFORE 'ban-member';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'enter-block' BEFORE 'change-reason';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'lift-block' BEFORE 'change-reason';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'clean-up' BEFORE 'change-reason';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'undo-clean-up' BEFORE 'change-reason';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'change-conversation';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'change-settings';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'change-domain';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'change-filter';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'pick-comment';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'withdraw-pick';--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'tie-author';--> statement-breakpoint
ALTER TYPE "public"."sanction_kind" ADD VALUE 'premoderation' BEFORE 'mute';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'statement';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'report-outcome';--> statement-breakpoint
CREATE TABLE "appeal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"member_id" uuid,
	"text" text NOT NULL,
	"outcome" "appeal_outcome",
	"answer" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "appeal_decisionId_unique" UNIQUE("decision_id"),
	CONSTRAINT "appeal_decided" CHECK (("appeal"."outcome" is null) = ("appeal"."decided_at" is null))
);
--> statement-breakpoint
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
CREATE TABLE "ignored_member" (
	"member_id" uuid NOT NULL,
	"ignored_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ignored_member_member_id_ignored_id_pk" PRIMARY KEY("member_id","ignored_id")
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
CREATE TABLE "guest_letter" (
	"decision_id" uuid PRIMARY KEY NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pick" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"picked_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "link_domain" (
	"name" text PRIMARY KEY NOT NULL,
	"verdict" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "link_domain_verdict" CHECK ("link_domain"."verdict" in ('allow', 'deny'))
);
--> statement-breakpoint
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
DROP INDEX "notification_once";--> statement-breakpoint
ALTER TABLE "article" ADD COLUMN "comments_premoderated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "article" ADD COLUMN "comments_close_after" integer;--> statement-breakpoint
ALTER TABLE "article" ADD COLUMN "comment_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "article" ADD COLUMN "heated_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "findings" jsonb;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "text_hash" text;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "sender_hash" text;--> statement-breakpoint
ALTER TABLE "sanction" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sanction" ADD COLUMN "section_id" uuid;--> statement-breakpoint
ALTER TABLE "sanction" ADD COLUMN "acknowledged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
ALTER TABLE "reason" ADD COLUMN "is_personal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decided_by_member_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_reason_reason_code_fk" FOREIGN KEY ("reason") REFERENCES "public"."reason"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_entered_by_member_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clean_up" ADD CONSTRAINT "clean_up_reason_reason_code_fk" FOREIGN KEY ("reason") REFERENCES "public"."reason"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clean_up" ADD CONSTRAINT "clean_up_actor_id_member_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clean_up_comment" ADD CONSTRAINT "clean_up_comment_clean_up_id_clean_up_id_fk" FOREIGN KEY ("clean_up_id") REFERENCES "public"."clean_up"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clean_up_comment" ADD CONSTRAINT "clean_up_comment_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ignored_member" ADD CONSTRAINT "ignored_member_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ignored_member" ADD CONSTRAINT "ignored_member_ignored_id_member_id_fk" FOREIGN KEY ("ignored_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_note" ADD CONSTRAINT "member_note_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick" ADD CONSTRAINT "pick_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick" ADD CONSTRAINT "pick_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick" ADD CONSTRAINT "pick_picked_by_member_id_fk" FOREIGN KEY ("picked_by") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_term" ADD CONSTRAINT "word_term_list_id_word_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."word_list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_trial" ADD CONSTRAINT "word_trial_list_id_word_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."word_list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_trial_find" ADD CONSTRAINT "word_trial_find_trial_id_word_trial_id_fk" FOREIGN KEY ("trial_id") REFERENCES "public"."word_trial"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appeal_open" ON "appeal" USING btree ("created_at","id") WHERE "appeal"."outcome" is null;--> statement-breakpoint
CREATE INDEX "appeal_comment" ON "appeal" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "block_name" ON "block" USING btree ("name") WHERE "block"."name" is not null;--> statement-breakpoint
CREATE INDEX "block_range" ON "block" USING gist ("range" inet_ops) WHERE "block"."range" is not null;--> statement-breakpoint
CREATE INDEX "block_sender" ON "block" USING btree ("sender_hash") WHERE "block"."sender_hash" is not null;--> statement-breakpoint
CREATE INDEX "block_latest" ON "block" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "clean_up_latest" ON "clean_up" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "clean_up_comment_of" ON "clean_up_comment" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "ignored_member_ignored" ON "ignored_member" USING btree ("ignored_id");--> statement-breakpoint
CREATE INDEX "member_note_member" ON "member_note" USING btree ("member_id","created_at");--> statement-breakpoint
CREATE INDEX "guest_letter_sent" ON "guest_letter" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "pick_latest" ON "pick" USING btree ("article_id","created_at" DESC NULLS FIRST,"comment_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "link_domain_decided" ON "link_domain" USING btree ("name") WHERE "link_domain"."verdict" is not null;--> statement-breakpoint
CREATE INDEX "word_trial_list" ON "word_trial" USING btree ("list_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "word_trial_open" ON "word_trial" USING btree ("list_id") WHERE "word_trial"."done_at" is null;--> statement-breakpoint
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_created" ON "comment" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "comment_findings" ON "comment" USING gin ("findings" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "comment_text" ON "comment" USING btree ("text_hash","created_at") WHERE "comment"."text_hash" is not null;--> statement-breakpoint
CREATE INDEX "report_latest" ON "report" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "decision_of_comments" ON "decision" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "decision"."comment_id" is not null;--> statement-breakpoint
CREATE INDEX "notification_decision" ON "notification" USING btree ("decision_id") WHERE "notification"."decision_id" is not null;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_once" UNIQUE NULLS NOT DISTINCT("member_id","kind","comment_id","decision_id");