CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TYPE "public"."article_label" AS ENUM('news', 'opinion', 'analysis', 'live', 'sponsored');--> statement-breakpoint
CREATE TYPE "public"."article_state" AS ENUM('draft', 'submitted', 'published', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."correction_kind" AS ENUM('correction', 'clarification');--> statement-breakpoint
CREATE TYPE "public"."language" AS ENUM('und', 'ar', 'da', 'de', 'el', 'en', 'es', 'fi', 'fr', 'ga', 'hu', 'id', 'it', 'lt', 'nb', 'nl', 'pt', 'ro', 'ru', 'sv', 'ta', 'tr');--> statement-breakpoint
CREATE TYPE "public"."hold_reason" AS ENUM('guest', 'first-comment', 'links', 'duplicate');--> statement-breakpoint
CREATE TYPE "public"."reason" AS ENUM('personal-attack', 'hate', 'spam', 'off-topic', 'privacy', 'illegal', 'other');--> statement-breakpoint
CREATE TYPE "public"."report_outcome" AS ENUM('upheld', 'dismissed');--> statement-breakpoint
CREATE TYPE "public"."standing" AS ENUM('held', 'visible', 'hidden', 'deleted');--> statement-breakpoint
CREATE TYPE "public"."decision_kind" AS ENUM('approve-comment', 'hide-comment', 'restore-comment', 'dismiss-reports', 'publish-article', 'schedule-article', 'withdraw-article', 'change-rank', 'ban-member', 'lift-sanction');--> statement-breakpoint
CREATE TYPE "public"."picture_format" AS ENUM('webp', 'avif', 'jpeg');--> statement-breakpoint
CREATE TYPE "public"."rank" AS ENUM('member', 'moderator', 'editor', 'admin');--> statement-breakpoint
CREATE TYPE "public"."sanction_kind" AS ENUM('warning', 'mute', 'ban');--> statement-breakpoint
DO $$
DECLARE
	pair text[];
BEGIN
	FOREACH pair SLICE 1 IN ARRAY ARRAY[
		['und', 'simple'], ['ar', 'arabic'], ['da', 'danish'], ['de', 'german'], ['el', 'greek'], ['en', 'english'],
		['es', 'spanish'], ['fi', 'finnish'], ['fr', 'french'], ['ga', 'irish'], ['hu', 'hungarian'], ['id', 'indonesian'],
		['it', 'italian'], ['lt', 'lithuanian'], ['nb', 'norwegian'], ['nl', 'dutch'], ['pt', 'portuguese'],
		['ro', 'romanian'], ['ru', 'russian'], ['sv', 'swedish'], ['ta', 'tamil'], ['tr', 'turkish']
	] LOOP
		IF NOT EXISTS (SELECT FROM pg_ts_config WHERE cfgname = 'courant_' || pair[1]) THEN
			EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %I (COPY = pg_catalog.%I)', 'courant_' || pair[1], pair[2]);
			EXECUTE format(
				'ALTER TEXT SEARCH CONFIGURATION %I ALTER MAPPING FOR hword, hword_part, word WITH unaccent, %I',
				'courant_' || pair[1],
				CASE pair[2] WHEN 'simple' THEN 'simple' ELSE pair[2] || '_stem' END
			);
		END IF;
	END LOOP;
END
$$;--> statement-breakpoint
CREATE FUNCTION search_configuration(language language) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE language
	WHEN 'ar' THEN 'courant_ar'::regconfig
	WHEN 'da' THEN 'courant_da'::regconfig
	WHEN 'de' THEN 'courant_de'::regconfig
	WHEN 'el' THEN 'courant_el'::regconfig
	WHEN 'en' THEN 'courant_en'::regconfig
	WHEN 'es' THEN 'courant_es'::regconfig
	WHEN 'fi' THEN 'courant_fi'::regconfig
	WHEN 'fr' THEN 'courant_fr'::regconfig
	WHEN 'ga' THEN 'courant_ga'::regconfig
	WHEN 'hu' THEN 'courant_hu'::regconfig
	WHEN 'id' THEN 'courant_id'::regconfig
	WHEN 'it' THEN 'courant_it'::regconfig
	WHEN 'lt' THEN 'courant_lt'::regconfig
	WHEN 'nb' THEN 'courant_nb'::regconfig
	WHEN 'nl' THEN 'courant_nl'::regconfig
	WHEN 'pt' THEN 'courant_pt'::regconfig
	WHEN 'ro' THEN 'courant_ro'::regconfig
	WHEN 'ru' THEN 'courant_ru'::regconfig
	WHEN 'sv' THEN 'courant_sv'::regconfig
	WHEN 'ta' THEN 'courant_ta'::regconfig
	WHEN 'tr' THEN 'courant_tr'::regconfig
	ELSE 'courant_und'::regconfig
END;--> statement-breakpoint
CREATE TABLE "account" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "account_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "owner_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"session_token" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	"device" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"code_hash" text NOT NULL,
	"browser_hash" text NOT NULL,
	"sealed_token" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"email" text,
	"email_verified" timestamp with time zone,
	"image" text,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification_token" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_token_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
CREATE TABLE "article" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"state" "article_state" DEFAULT 'draft' NOT NULL,
	"label" "article_label" DEFAULT 'news' NOT NULL,
	"section_id" uuid NOT NULL,
	"published_at" timestamp with time zone,
	"changed_at" timestamp with time zone,
	"version_id" uuid,
	"language" "language" DEFAULT 'en' NOT NULL,
	"comments_open" boolean DEFAULT true NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	"source" text,
	"source_url" text,
	"licence" text,
	"source_key" text,
	"batch" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "article_slug_unique" UNIQUE("slug"),
	CONSTRAINT "article_source" UNIQUE("source","source_key"),
	CONSTRAINT "article_published" CHECK ("article"."state" not in ('published', 'withdrawn') or ("article"."published_at" is not null and "article"."version_id" is not null)),
	CONSTRAINT "article_withdrawn" CHECK ("article"."state" <> 'withdrawn' or ("article"."withdrawn_at" is not null and "article"."withdrawn_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "article_author" (
	"article_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	"contribution" text DEFAULT '' NOT NULL,
	CONSTRAINT "article_author_article_id_author_id_pk" PRIMARY KEY("article_id","author_id")
);
--> statement-breakpoint
CREATE TABLE "article_count" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"comments" integer DEFAULT 0 NOT NULL,
	"roots" integer DEFAULT 0 NOT NULL,
	"likes" integer DEFAULT 0 NOT NULL,
	"dislikes" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_slug" (
	"slug" text PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_topic" (
	"article_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "article_topic_article_id_topic_id_pk" PRIMARY KEY("article_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "article_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"language" "language" DEFAULT 'en' NOT NULL,
	"kicker" text DEFAULT '' NOT NULL,
	"headline" text NOT NULL,
	"standfirst" text DEFAULT '' NOT NULL,
	"body" jsonb NOT NULL,
	"body_text" text NOT NULL,
	"picture_id" uuid,
	"picture_caption" text DEFAULT '' NOT NULL,
	"effective_at" timestamp with time zone,
	"is_substantive" boolean DEFAULT true NOT NULL,
	"saved_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector(search_configuration(language), headline), 'A') || setweight(to_tsvector(search_configuration(language), standfirst), 'B') || setweight(to_tsvector(search_configuration(language), left(body_text, 200000)), 'C')) STORED NOT NULL,
	CONSTRAINT "article_version_no" UNIQUE("article_id","no")
);
--> statement-breakpoint
CREATE TABLE "correction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"kind" "correction_kind" DEFAULT 'correction' NOT NULL,
	"text" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_by" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "author" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"role" text DEFAULT '' NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"member_id" uuid,
	"batch" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "author_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"parent_id" uuid,
	"root_id" uuid NOT NULL,
	"depth" integer DEFAULT 0 NOT NULL,
	"root_no" integer,
	"member_id" uuid,
	"guest_name" text,
	"guest_email" text,
	"guest_key" text,
	"text" text NOT NULL,
	"standing" "standing" NOT NULL,
	"held_because" "hold_reason",
	"hidden_because" "reason",
	"visible_at" timestamp with time zone,
	"edited_at" timestamp with time zone,
	"moved_at" timestamp with time zone,
	"article_version_id" uuid,
	"post_key" text NOT NULL,
	"sender_hash" text,
	"batch" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_postKey_unique" UNIQUE("post_key"),
	CONSTRAINT "comment_author" CHECK ("comment"."member_id" is null or "comment"."guest_name" is null),
	CONSTRAINT "comment_numbered" CHECK ("comment"."standing" <> 'visible' or "comment"."root_no" is not null),
	CONSTRAINT "comment_hidden" CHECK ("comment"."standing" <> 'hidden' or "comment"."hidden_because" is not null),
	CONSTRAINT "comment_root_depth" CHECK (("comment"."depth" = 0) = ("comment"."parent_id" is null))
);
--> statement-breakpoint
CREATE TABLE "comment_count" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"root_no" integer,
	"likes" integer DEFAULT 0 NOT NULL,
	"dislikes" integer DEFAULT 0 NOT NULL,
	"replies" integer DEFAULT 0 NOT NULL,
	"best" real DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_draft" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"parent_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"refusal" text,
	"is_preview" boolean DEFAULT false NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_version" (
	"comment_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_version_comment_id_no_pk" PRIMARY KEY("comment_id","no")
);
--> statement-breakpoint
CREATE TABLE "confirmation_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"answer" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"member_id" uuid,
	"visitor_key" text,
	"reason" "reason" NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"outcome" "report_outcome",
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "decision_kind" NOT NULL,
	"comment_id" uuid,
	"article_id" uuid,
	"member_id" uuid,
	"actor_id" uuid,
	"actor_rank" "rank",
	"is_automatic" boolean DEFAULT false NOT NULL,
	"reason" "reason",
	"note" text DEFAULT '' NOT NULL,
	"before" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"after" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"batch" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"alt" text NOT NULL,
	"credit" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"focus_x" real DEFAULT 0.5 NOT NULL,
	"focus_y" real DEFAULT 0.5 NOT NULL,
	"hash" text NOT NULL,
	"batch" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "media_rendition" (
	"media_id" uuid NOT NULL,
	"width" integer NOT NULL,
	"format" "picture_format" NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "media_rendition_media_id_width_format_pk" PRIMARY KEY("media_id","width","format"),
	CONSTRAINT "media_rendition_width" CHECK ("media_rendition"."width" > 0)
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"rank" "rank" DEFAULT 'member' NOT NULL,
	"name_chosen" boolean DEFAULT false NOT NULL,
	"batch" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_userId_unique" UNIQUE("user_id"),
	CONSTRAINT "member_handle_unique" UNIQUE("handle"),
	CONSTRAINT "member_handle" CHECK ("member"."handle" ~ '^[a-z0-9-]{3,30}$')
);
--> statement-breakpoint
CREATE TABLE "sanction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" "sanction_kind" NOT NULL,
	"reason" text NOT NULL,
	"comment_id" uuid,
	"imposed_by" uuid,
	"starts_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone,
	"lifted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "article_reaction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"member_id" uuid,
	"visitor_key" text,
	"value" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "article_reaction_value" CHECK ("article_reaction"."value" in (1, -1)),
	CONSTRAINT "article_reaction_whose" CHECK (("article_reaction"."member_id" is null) <> ("article_reaction"."visitor_key" is null))
);
--> statement-breakpoint
CREATE TABLE "comment_reaction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"member_id" uuid,
	"visitor_key" text,
	"value" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_reaction_value" CHECK ("comment_reaction"."value" in (1, -1)),
	CONSTRAINT "comment_reaction_whose" CHECK (("comment_reaction"."member_id" is null) <> ("comment_reaction"."visitor_key" is null))
);
--> statement-breakpoint
CREATE TABLE "section" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"batch" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "section_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "cache_invalidation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tags" text[] NOT NULL,
	"urgency" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cache_invalidation_urgency" CHECK ("cache_invalidation"."urgency" in ('now', 'soon'))
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"batch" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "topic_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article" ADD CONSTRAINT "article_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article" ADD CONSTRAINT "article_version_id_article_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."article_version"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_author" ADD CONSTRAINT "article_author_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_author" ADD CONSTRAINT "article_author_author_id_author_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."author"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_count" ADD CONSTRAINT "article_count_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_slug" ADD CONSTRAINT "article_slug_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_topic_id_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_picture_id_media_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_saved_by_member_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_superseded_by_correction_id_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."correction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_created_by_member_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "author" ADD CONSTRAINT "author_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_id_comment_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_article_version_id_article_version_id_fk" FOREIGN KEY ("article_version_id") REFERENCES "public"."article_version"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_count" ADD CONSTRAINT "comment_count_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_draft" ADD CONSTRAINT "comment_draft_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_version" ADD CONSTRAINT "comment_version_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_rendition" ADD CONSTRAINT "media_rendition_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_imposed_by_member_id_fk" FOREIGN KEY ("imposed_by") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_reaction" ADD CONSTRAINT "article_reaction_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_reaction" ADD CONSTRAINT "article_reaction_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reaction" ADD CONSTRAINT "comment_reaction_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reaction" ADD CONSTRAINT "comment_reaction_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_latest" ON "article" USING btree ("published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "article"."state" = 'published';--> statement-breakpoint
CREATE INDEX "article_section" ON "article" USING btree ("section_id","published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "article"."state" = 'published';--> statement-breakpoint
CREATE INDEX "article_desk" ON "article" USING btree ("state","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "article_version_shown" ON "article" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "article_author_author" ON "article_author" USING btree ("author_id","article_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "article_slug_article" ON "article_slug" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "article_topic_topic" ON "article_topic" USING btree ("topic_id","article_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "article_version_search" ON "article_version" USING gin ("search") WHERE "article_version"."effective_at" is not null;--> statement-breakpoint
CREATE INDEX "article_version_headline" ON "article_version" USING gin ("headline" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "correction_article" ON "correction" USING btree ("article_id","published_at");--> statement-breakpoint
CREATE INDEX "correction_latest" ON "correction" USING btree ("published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "correction_superseded" ON "correction" USING btree ("superseded_by") WHERE "correction"."superseded_by" is not null;--> statement-breakpoint
CREATE INDEX "comment_thread" ON "comment" USING btree ("article_id","root_no","created_at","id");--> statement-breakpoint
CREATE INDEX "comment_root" ON "comment" USING btree ("root_id","created_at","id");--> statement-breakpoint
CREATE INDEX "comment_answered_version" ON "comment" USING btree ("article_version_id");--> statement-breakpoint
CREATE INDEX "comment_parent" ON "comment" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "comment_held" ON "comment" USING btree ("created_at","id") WHERE "comment"."standing" = 'held';--> statement-breakpoint
CREATE INDEX "comment_waited" ON "comment" USING btree ("moved_at" DESC NULLS FIRST) WHERE "comment"."visible_at" > "comment"."created_at";--> statement-breakpoint
CREATE INDEX "comment_member" ON "comment" USING btree ("member_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "comment_sender" ON "comment" USING btree ("sender_hash") WHERE "comment"."sender_hash" is not null;--> statement-breakpoint
CREATE INDEX "comment_guest" ON "comment" USING btree ("guest_key","article_id") WHERE "comment"."guest_key" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "comment_root_no_once" ON "comment" USING btree ("article_id","root_no") WHERE "comment"."depth" = 0 and "comment"."root_no" is not null;--> statement-breakpoint
CREATE INDEX "comment_count_best" ON "comment_count" USING btree ("article_id","best" DESC NULLS FIRST,"root_no") WHERE "comment_count"."root_no" is not null;--> statement-breakpoint
CREATE INDEX "comment_count_replies" ON "comment_count" USING btree ("article_id","replies" DESC NULLS FIRST,"root_no") WHERE "comment_count"."root_no" is not null;--> statement-breakpoint
CREATE INDEX "comment_draft_expires" ON "comment_draft" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "confirmation_code_expires" ON "confirmation_code" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "report_member" ON "report" USING btree ("comment_id","member_id") WHERE "report"."member_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "report_visitor" ON "report" USING btree ("comment_id","visitor_key") WHERE "report"."visitor_key" is not null;--> statement-breakpoint
CREATE INDEX "report_comment" ON "report" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "report_of_member" ON "report" USING btree ("member_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "report_open" ON "report" USING btree ("created_at","id") WHERE "report"."outcome" is null;--> statement-breakpoint
CREATE INDEX "decision_comment" ON "decision" USING btree ("comment_id","created_at");--> statement-breakpoint
CREATE INDEX "decision_article" ON "decision" USING btree ("article_id","created_at");--> statement-breakpoint
CREATE INDEX "decision_member" ON "decision" USING btree ("member_id","created_at");--> statement-breakpoint
CREATE INDEX "decision_latest" ON "decision" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "sanction_member" ON "sanction" USING btree ("member_id","ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "article_reaction_member" ON "article_reaction" USING btree ("article_id","member_id") WHERE "article_reaction"."member_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "article_reaction_visitor" ON "article_reaction" USING btree ("article_id","visitor_key") WHERE "article_reaction"."visitor_key" is not null;--> statement-breakpoint
CREATE INDEX "article_reaction_article" ON "article_reaction" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "article_reaction_of_member" ON "article_reaction" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_reaction_member" ON "comment_reaction" USING btree ("comment_id","member_id") WHERE "comment_reaction"."member_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "comment_reaction_visitor" ON "comment_reaction" USING btree ("comment_id","visitor_key") WHERE "comment_reaction"."visitor_key" is not null;--> statement-breakpoint
CREATE INDEX "comment_reaction_comment" ON "comment_reaction" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "comment_reaction_of_member" ON "comment_reaction" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "cache_invalidation_created" ON "cache_invalidation" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "article_count" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "comment_count" SET (fillfactor = 70);--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	-- A demonstration paper and a generated archive take their own rows out again; nothing else ever leaves the log.
	IF TG_OP = 'DELETE' AND OLD.batch IN ('demo', 'generated') THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION 'the log of decisions is append-only';
END
$$;--> statement-breakpoint
CREATE TRIGGER decision_is_append_only BEFORE UPDATE OR DELETE ON "decision" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER decision_is_never_emptied BEFORE TRUNCATE ON "decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
