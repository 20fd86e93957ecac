-- Until now only the operator's own command imported.
ALTER TABLE "imports" ADD COLUMN "actor" text NOT NULL DEFAULT 'operator:import';--> statement-breakpoint
ALTER TABLE "imports" ALTER COLUMN "actor" DROP DEFAULT;
