ALTER TYPE "public"."decision_kind" ADD VALUE 'record';--> statement-breakpoint
ALTER TABLE "organisation_successions" DROP CONSTRAINT "organisation_successions_predecessorId_successorId_unique";--> statement-breakpoint
ALTER TABLE "organisation_identifiers" ADD COLUMN "recorded" "tstzrange" DEFAULT tstzrange(now(), null) NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation_identifiers" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
ALTER TABLE "organisation_names" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
ALTER TABLE "organisation_successions" ADD COLUMN "valid" daterange;--> statement-breakpoint
update organisation_successions set valid = daterange("on", null);--> statement-breakpoint
alter table organisation_successions alter column valid set not null;--> statement-breakpoint
ALTER TABLE "organisation_successions" ADD COLUMN "recorded" "tstzrange" DEFAULT tstzrange(now(), null) NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation_successions" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
CREATE INDEX "organisation_successions_predecessor_id_index" ON "organisation_successions" USING btree ("predecessor_id");--> statement-breakpoint
CREATE INDEX "organisation_successions_successor_id_index" ON "organisation_successions" USING btree ("successor_id");--> statement-breakpoint
ALTER TABLE "organisation_successions" DROP COLUMN "on";--> statement-breakpoint
-- Since when the register knew what stood there before is not known: as far back as anybody asks.
update organisation_identifiers set recorded = tstzrange(null, null);--> statement-breakpoint
update organisation_successions set recorded = tstzrange(null, null);--> statement-breakpoint
alter table organisation_names add constraint organisation_names_decision foreign key (decision_id) references decisions (id);--> statement-breakpoint
alter table organisation_identifiers add constraint organisation_identifiers_decision foreign key (decision_id) references decisions (id);--> statement-breakpoint
alter table organisation_successions add constraint organisation_successions_decision foreign key (decision_id) references decisions (id);--> statement-breakpoint
alter table organisation_identifiers drop constraint organisation_identifiers_one_holder;--> statement-breakpoint
alter table organisation_identifiers add constraint organisation_identifiers_one_holder
  exclude using gist (scheme with =, value with =, valid with &&, recorded with &&);--> statement-breakpoint
alter table organisation_identifiers add constraint organisation_identifiers_not_empty check (not isempty(valid) and not isempty(recorded));--> statement-breakpoint
alter table organisation_successions add constraint organisation_successions_no_overlap
  exclude using gist (predecessor_id with =, successor_id with =, valid with &&, recorded with &&);--> statement-breakpoint
alter table organisation_successions add constraint organisation_successions_not_empty check (not isempty(valid) and not isempty(recorded));--> statement-breakpoint
alter table organisation_successions add constraint organisation_successions_two check (predecessor_id <> successor_id);--> statement-breakpoint
create trigger organisation_identifiers_history before update or delete on organisation_identifiers for each row execute function refuse_rewriting();--> statement-breakpoint
create trigger organisation_successions_history before update or delete on organisation_successions for each row execute function refuse_rewriting();--> statement-breakpoint
create view known_identifiers as select id, organisation_id, scheme, value, valid, source from organisation_identifiers where upper_inf(recorded);--> statement-breakpoint
create view known_successions as select predecessor_id, successor_id, kind, lower(valid) as "on" from organisation_successions where upper_inf(recorded);
