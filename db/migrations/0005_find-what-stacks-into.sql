-- "What stacks into this one" asks all versions: 50,000 of them are not to be read one by one.
create index versions_stacks_into on versions using gin ((content -> 'stacksInto'));
