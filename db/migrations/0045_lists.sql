CREATE TABLE "list_items" (
	"list_id" uuid NOT NULL,
	"offering_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"kept" jsonb NOT NULL,
	CONSTRAINT "list_items_list_id_offering_id_pk" PRIMARY KEY("list_id","offering_id")
);
--> statement-breakpoint
CREATE TABLE "lists" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"secret_hash" text,
	"read_hash" text,
	"organisation_id" uuid,
	"person_id" uuid,
	"title" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"expires_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lists_secretHash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "lists_readHash_unique" UNIQUE("read_hash"),
	CONSTRAINT "lists_owned" CHECK (("lists"."secret_hash" is null) = ("lists"."organisation_id" is not null)),
	CONSTRAINT "lists_end" CHECK ("lists"."organisation_id" is not null or "lists"."expires_on" is not null)
);
--> statement-breakpoint
ALTER TABLE "list_items" ADD CONSTRAINT "list_items_list_id_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_items" ADD CONSTRAINT "list_items_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lists" ADD CONSTRAINT "lists_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lists" ADD CONSTRAINT "lists_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_items_offering_id_index" ON "list_items" USING btree ("offering_id");--> statement-breakpoint
CREATE INDEX "lists_organisation_id_person_id_index" ON "lists" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "lists_expires_on_index" ON "lists" USING btree ("expires_on");