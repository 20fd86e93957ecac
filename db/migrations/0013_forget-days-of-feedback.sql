ALTER TABLE "feedback_answers" DROP COLUMN "given_on";--> statement-breakpoint
ALTER TABLE "feedback_links" DROP COLUMN "used_on";