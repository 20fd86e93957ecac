ALTER TABLE "events" ADD COLUMN "actor_role" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "actor_organisation_id" uuid;--> statement-breakpoint
CREATE INDEX "events_by_time" ON "events" USING btree ("happened_at","id");--> statement-breakpoint
CREATE INDEX "events_by_type" ON "events" USING btree ("type","happened_at","id");--> statement-breakpoint
CREATE INDEX "events_by_actor" ON "events" USING btree ("actor","happened_at","id");--> statement-breakpoint
CREATE INDEX "events_by_organisation" ON "events" USING btree ("organisation_id","happened_at","id");--> statement-breakpoint
CREATE INDEX "events_by_actor_organisation" ON "events" USING btree ("actor_organisation_id","happened_at","id") WHERE "events"."actor_organisation_id" is not null;--> statement-breakpoint
-- What happened is written once. Only that the search index has taken it up is noted later; whoever adds a column adds it here too
-- (lib/testing/application-role.test.ts).
create trigger events_immutable before update of id, type, subject, subject_id, organisation_id, actor, actor_role, actor_organisation_id, before, after, happened_at
  on events for each row execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger events_undeleted before delete on events for each row execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger events_kept before truncate on events for each statement execute function refuse_rewriting_of_log();
