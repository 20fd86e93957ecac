DROP INDEX "places_by_name";--> statement-breakpoint
CREATE INDEX "places_by_name" ON "places" USING btree (cairn_place("name") text_pattern_ops);