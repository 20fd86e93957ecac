ALTER TABLE "import_rows" ADD COLUMN "cells" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undone_by" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undo_asked_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "import_changes_offering_id_index" ON "import_changes" USING btree ("offering_id");