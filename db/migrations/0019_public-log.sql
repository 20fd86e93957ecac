CREATE TYPE "public"."log_entry_kind" AS ENUM('decision', 'publication', 'withdrawal', 'restoration', 'archiving', 'supersession');--> statement-breakpoint
CREATE TABLE "log_checkpoints" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"previous_id" bigint,
	"size" bigint NOT NULL,
	"root" "bytea" NOT NULL,
	"note" text NOT NULL,
	"seen" "pg_snapshot" NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_days" (
	"day" date PRIMARY KEY NOT NULL,
	"checkpoint_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_entries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" "log_entry_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"content" text NOT NULL,
	"salt" text,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_keys" (
	"verifier_key" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_nodes" (
	"height" integer NOT NULL,
	"place" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "log_nodes_height_place_pk" PRIMARY KEY("height","place")
);
--> statement-breakpoint
CREATE TABLE "log_positions" (
	"position" bigint PRIMARY KEY NOT NULL,
	"entry_id" bigint NOT NULL,
	"leaf_hash" "bytea" NOT NULL,
	CONSTRAINT "log_positions_entryId_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
ALTER TABLE "log_days" ADD CONSTRAINT "log_days_checkpoint_id_log_checkpoints_id_fk" FOREIGN KEY ("checkpoint_id") REFERENCES "public"."log_checkpoints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log_positions" ADD CONSTRAINT "log_positions_entry_id_log_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."log_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "log_checkpoints_size_index" ON "log_checkpoints" USING btree ("size");--> statement-breakpoint
CREATE INDEX "log_entries_transaction_index" ON "log_entries" USING btree ("transaction");--> statement-breakpoint
CREATE INDEX "log_entries_decision" ON "log_entries" USING btree ("subject_id") WHERE "log_entries"."kind" = 'decision';--> statement-breakpoint
CREATE INDEX "log_entries_decided_on" ON "log_entries" USING btree ("organisation_id") WHERE "log_entries"."kind" = 'decision';--> statement-breakpoint
CREATE INDEX "log_positions_leaf_hash_index" ON "log_positions" USING btree ("leaf_hash");