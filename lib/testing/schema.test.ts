import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { client, db } from "@/db";
import { emptyDatabase } from "./database";
import { anOffering, aSession } from "./offerings";
import { aDecision, anAccreditation, anOrganisation, aProvider, type TestProvider } from "./registry";

let provider: TestProvider;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
});
afterAll(() => client.end());

/** What the database answers to a change: the name of the constraint that refuses it, or the trigger's own words. */
async function refusal(change: Promise<unknown>): Promise<string> {
  try {
    await change;
  } catch (fault) {
    const { constraint_name, message } = (fault as { cause?: { constraint_name?: string; message: string } }).cause ?? {
      message: String(fault),
    };
    return constraint_name ?? message;
  }
  return "nothing refused it";
}

const run = (statement: SQL) => db.execute(statement);

async function register(valid: string, recorded: string) {
  const decision = await aDecision(provider, "register");
  return await run(sql`insert into registrations (provider_id, authority_id, status, valid, recorded, decision_id)
    values (${provider.id}, ${provider.authorityId}, 'registered', ${valid}, ${recorded}, ${decision})`);
}

describe("the register's two clocks", () => {
  it("refuse two registrations of one provider for the same day as known at the same moment", async () => {
    expect(await refusal(register("[2026-01-01,2027-01-01)", "[2026-01-01,)"))).toBe("registrations_no_overlap");
  });

  it("accept a registration from the day on which the one before ended", async () => {
    await run(sql`update registrations set recorded = tstzrange(lower(recorded), '2026-01-01')`);
    await register("[2020-01-01,2026-03-01)", "[2026-01-01,)");
    await register("[2026-03-01,)", "[2026-01-01,)");
    const [known] = await run(sql`select count(*)::int as rows from registrations where valid @> '2026-06-01'::date and recorded @> now()`);
    expect(known).toEqual({ rows: 1 });
  });

  it("refuse two states of one accreditation for the same day, and accept two accreditations", async () => {
    await anAccreditation(provider, { key: "esg", valid: { from: "2024-01-01", until: "2027-01-01" } });
    const again = anAccreditation(provider, { key: "esg", valid: { from: "2026-12-31", until: null } });
    expect(await refusal(again)).toBe("accreditations_no_overlap");
    await anAccreditation(provider, { key: "eqavet", valid: { from: "2026-12-31", until: null } });
  });

  it("refuse to rewrite or delete what the register once knew", async () => {
    for (const table of [sql`registrations`, sql`accreditations`]) {
      expect(await refusal(run(sql`update ${table} set valid = daterange('2021-01-01', null)`))).toContain("keeps what it once knew");
      expect(await refusal(run(sql`delete from ${table}`))).toContain("keeps what it once knew");
      const earlier = sql`update ${table} set recorded = tstzrange('2019-01-01', null)`;
      expect(await refusal(run(earlier))).toContain("keeps what it once knew");
    }
    const status = sql`update registrations set status = 'withdrawn', recorded = tstzrange(lower(recorded), now())`;
    expect(await refusal(run(status))).toContain("keeps what it once knew");
  });

  it("allow to close what the register knew, once", async () => {
    for (const table of [sql`registrations`, sql`accreditations`]) {
      const closing = sql`update ${table} set recorded = tstzrange(lower(recorded), '2026-01-01')`;
      expect(await refusal(run(closing))).toBe("nothing refused it");
      expect(await refusal(run(sql`update ${table} set recorded = tstzrange(lower(recorded), '2027-01-01')`))).toContain(
        "keeps what it once knew",
      );
    }
  });

  it("refuse a validity of no days", async () => {
    const none = { from: "2026-01-01", until: "2026-01-01" };
    expect(await refusal(anAccreditation(provider, { valid: none }))).toBe("accreditations_valid_not_empty");
  });
});

describe("accreditations and decisions", () => {
  it("refuse an end that is neither a day nor stated as open, and an open end with a day", async () => {
    const missing = anAccreditation(provider, { valid: { from: "2026-01-01", until: null }, openEnded: false });
    expect(await refusal(missing)).toBe("accreditations_end_stated");
    const both = anAccreditation(provider, { valid: { from: "2026-01-01", until: "2027-01-01" }, openEnded: true });
    expect(await refusal(both)).toBe("accreditations_end_stated");
  });

  it("refuse a scope with an empty part: unlimited is null", async () => {
    for (const part of ["eqfLevels", "fields", "settings", "jurisdictions"])
      expect(await refusal(anAccreditation(provider, { [part]: [] })), part).toBe("accreditations_scope_not_empty");
  });

  it("refuse an effect without its day, and a day without an effect", async () => {
    expect(await refusal(anAccreditation(provider, { effect: "teach-out" }))).toBe("accreditations_effect_dated");
    expect(await refusal(anAccreditation(provider, { effectOn: "2026-12-01" }))).toBe("accreditations_effect_dated");
  });

  it("refuse to change or delete a decision", async () => {
    expect(await refusal(run(sql`update decisions set statement = '{"en": "Sorry"}'`))).toContain("never changed");
    expect(await refusal(run(sql`delete from decisions`))).toContain("never changed");
  });
});

describe("organisations", () => {
  it("refuse two names for one day, and one identifier with two holders", async () => {
    const name = sql`insert into organisation_names (organisation_id, name, valid) values (${provider.id}, '{}', '[2026-01-01,)')`;
    expect(await refusal(run(name))).toBe("organisation_names_no_overlap");
    const other = await anOrganisation("other");
    const identify = (id: string) =>
      run(
        sql`insert into organisation_identifiers (organisation_id, scheme, value, valid) values (${id}, 'ror', '05abc', '[2020-01-01,)')`,
      );
    await identify(provider.id);
    expect(await refusal(identify(other))).toBe("organisation_identifiers_one_holder");
  });
});

describe("offerings", () => {
  it("refuse to change or delete a published version", async () => {
    await anOffering(provider);
    expect(await refusal(run(sql`update versions set title = 'Another'`))).toContain("never changed");
    expect(await refusal(run(sql`update versions set content = '{}'`))).toContain("never changed");
    expect(await refusal(run(sql`delete from versions`))).toContain("never changed");
  });

  it("refuse two live ones under one id of the provider, and leave the id to what was superseded", async () => {
    const first = await anOffering(provider, { externalId: "GC-1" });
    expect(await refusal(anOffering(provider, { externalId: "GC-1" }))).toBe("offerings_external_id");
    const successor = await anOffering(provider, { externalId: "GC-2" });
    await run(sql`update offerings set superseded_by_id = ${successor} where id = ${first}`);
    await anOffering(provider, { externalId: "GC-1" });
    await anOffering(await aProvider(), { externalId: "GC-2" });
  });

  it("refuse to be published without a version", async () => {
    await anOffering(provider, { status: "draft" });
    expect(await refusal(run(sql`update offerings set status = 'published'`))).toBe("offerings_published_has_version");
  });

  it("refuse a version without any workload", async () => {
    expect(await refusal(anOffering(provider, { content: { ects: null, hours: null } }))).toBe("versions_workload_stated");
  });
});

describe("sessions", () => {
  const session = async (given: Parameters<typeof aSession>[1]) => await refusal(aSession(await anOffering(provider), given));

  it("refuse to end before they start, or without a start", async () => {
    expect(await session({ startsOn: "2027-02-01", endsOn: "2027-01-31" })).toBe("sessions_end_after_start");
    expect(await session({ endsOn: "2027-01-31" })).toBe("sessions_end_after_start");
    expect(await session({ startsOn: "2027-02-01", endsOn: "2027-02-01" })).toBe("nothing refused it");
  });

  it("refuse an enrolment that closes before it opens, and one that says nothing", async () => {
    const enrolment = (opensOn: string | null, closesOn: string | null) => session({ enrolment: [{ opensOn, closesOn }] });
    expect(await enrolment("2027-02-01", "2027-01-31")).toBe("enrolment_windows_order");
    expect(await enrolment(null, null)).toBe("enrolment_windows_order");
    expect(await enrolment("2027-02-01", "2027-02-01")).toBe("nothing refused it");
  });

  it("refuse seats and prices below nothing", async () => {
    expect(await session({ seatsLeft: -1 })).toBe("sessions_seats");
    expect(await session({ prices: { everyone: -5 } })).toBe("session_prices_amount");
  });
});

describe("what public pages are drawn from", () => {
  it("is told of whenever it changes: each table has its triggers, or nothing of it is public", async () => {
    const silent = [
      ...[
        "api_keys",
        "application_messages",
        "assessment_drafts",
        "applications",
        "changes",
        "feedback_link_counts",
        "feedback_links",
        "files",
        "follows",
        "guidance_uses",
        "harvest_records",
        "harvest_runs",
      ],
      ...[
        "harvest_sources",
        "idempotent_answers",
        "import_changes",
        "import_mappings",
        "import_pieces",
        "import_rows",
        "imports",
        "insight_days",
      ],
      ...["invitations", "memberships", "notices", "pending_policies", "pending_versions", "people", "person_accounts", "rate_limits"],
      // Holds from a later day on, on which pages are drawn anew.
      "jurisdiction_changes",
      // Whoever searches is told by the index.
      // Names of places are filled when the schema is brought up to date.
      "places",
      "search_synonyms",
      // Gathered from what is published, now and then.
      "spelling_words",
      ...["searched_themes", "searched_words", "sign_in_links", "sought_words", "sign_ins"],
      // What is at work at the desk of an authority.
      ...[
        "case_acts",
        "case_guests",
        "cases",
        "conflict_declarations",
        "agency_activities",
        "criteria_sets",
        "decision_drafts",
        "monitored",
        "monitoring_flags",
        "monitoring_notes",
        "organisation_conflicts",
        "quality_import_rows",
        "quality_imports",
        "reports",
        "text_bands",
      ],
      ...["audit_acts", "audit_actions", "audit_declarations", "audit_findings", "audit_proposals"],
      // Their pages do not say what they are drawn from, and go with any write.
      ...["list_items", "lists"],
      ...["audit_cases", "audit_plans", "audit_samples", "counted_histories", "counted_statistics"],
      ...["log_checkpoints", "log_days", "log_entries", "log_keys", "log_nodes", "log_positions", "receipt_keys", "receipts"],
      // Read with what rests on it, which is written after it; never changed itself.
      "decisions",
      "quality_reports",
    ];
    const tables = await db.execute<{ name: string; told: string[] }>(sql`
      select c.relname as name, array(select distinct e.event_manipulation::text from information_schema.triggers e
        where e.event_object_table = c.relname and e.trigger_name like 'tell%' order by 1) as told
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`);
    const without = tables.filter(({ told }) => told.length === 0).map(({ name }) => name);
    expect(without).toEqual(silent.sort());
    for (const { name, told } of tables.filter(({ told }) => told.length > 0))
      expect([name, told]).toEqual([name, name === "events" ? ["UPDATE"] : ["DELETE", "INSERT", "UPDATE"]]);
  });
});
