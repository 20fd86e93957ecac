-- What the list of those who keep a catalogue says of a document: its completeness (lib/offerings/completeness.ts) and whether a translation is
-- behind (lib/offerings/drafts/translations.ts) in SQL, so that it is worked out when a document is written and not when five thousand are listed.
-- A test compares them. A rule that changes there needs a function of a new name here, and the columns made anew from it.
create function cairn_listed(c jsonb) returns jsonb language sql immutable parallel safe as $$
  select jsonb_build_object(
    'title', c->'title', 'original', c->'originalLanguage', 'eqf', c->'eqf', 'fields', coalesce(c->'fields', '[]'), 'setting', c->'setting',
    'absent', to_jsonb(array_remove(array[
      case when jsonb_path_exists(c, '$.title.* ? (@ like_regex "\\S")') then null else 'title' end,
      case when jsonb_array_length(coalesce(c->'awardingBodies', '[]')) > 0 then null else 'awardingBodies' end,
      case when jsonb_path_exists(c, '$.outcomes[*].text.* ? (@ like_regex "\\S")') then null else 'outcomes' end,
      case when c->>'ects' is not null or c->>'hours' is not null then null else 'workload' end,
      case when c->>'eqf' is not null then null else 'eqf' end,
      case when jsonb_array_length(coalesce(c->'assessment', '[]')) > 0 then null else 'assessment' end,
      case when jsonb_array_length(coalesce(c->'modes', '[]')) > 0 then null else 'modes' end,
      case when jsonb_array_length(coalesce(c->'quality', '[]')) > 0 then null else 'quality' end,
      case when jsonb_array_length(coalesce(c->'languages', '[]')) > 0 then null else 'languages' end,
      case when jsonb_array_length(coalesce(c->'fields', '[]')) > 0 then null else 'fields' end,
      case when jsonb_path_exists(c, '$.prerequisites.* ? (@ like_regex "\\S")') then null else 'prerequisites' end,
      case when c->>'supervision' is not null then null else 'supervision' end,
      case when jsonb_path_exists(c, '$.grading.* ? (@ like_regex "\\S")') then null else 'grading' end,
      case when c->>'stacking' is not null then null else 'stacking' end,
      case when jsonb_path_exists(c, '$.furtherInformation.* ? (@ like_regex "\\S")') or c->>'url' is not null then null else 'furtherInformation' end
    ], null)),
    'stale', exists (
      -- The fingerprint of the original as it is now, against the one that a translation was made from.
      select from jsonb_each(coalesce(c->'translatedFrom', '{}')) as l(language, prints), jsonb_each_text(l.prints) as k(key, print),
        lateral (select case when k.key like 'outcomes.%' then string_to_array(k.key, '.') || 'text'::text else array[k.key] end as path) at
      where c #>> (at.path || l.language) <> ''
        and k.print <> left(encode(sha256(convert_to(c #>> (at.path || (c->>'originalLanguage')), 'UTF8')), 'hex'), 16)))
$$;
