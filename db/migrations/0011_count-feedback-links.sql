CREATE TABLE "feedback_link_counts" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"made" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "feedback_answers" ADD COLUMN "mixed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "feedback_link_counts" ADD CONSTRAINT "feedback_link_counts_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;