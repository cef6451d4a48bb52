// @ts-check

/**
 * All tables of the engine. Later migrations only add; what is no longer used is removed one release later, so that a
 * release can run beside the one before it.
 *
 * Times are stored as ISO 8601 text in UTC with milliseconds on both databases, so that a row reads the same everywhere
 * and sorts as text. JSON is stored as text: it is read whole or not at all.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const json = (table, name) => table.text(name, 'longtext');
  const time = (table, name) => table.string(name, 32);

  await knex.schema.createTable('definitions', table => {
    table.comment('Promise definitions by the hash of their canonical JSON');
    table.string('sha256', 64).primary();
    json(table, 'content')
      .notNullable()
      .comment('canonical JSON of the whole Promise');
    table.integer('bytes').notNullable();
    time(table, 'created_at').notNullable();
    time(table, 'last_used_at')
      .notNullable()
      .comment('last time that a catalog entity named it');
  });

  await knex.schema.createTable('platforms', table => {
    table.comment('Where Promises are fulfilled');
    table.string('name').primary();
    table.string('kind', 32).notNullable().comment('native or kratix');
    time(table, 'created_at').notNullable();
  });
  await knex('platforms').insert({
    name: 'native',
    kind: 'native',
    created_at: new Date().toISOString(),
  });

  await knex.schema.createTable('promises', table => {
    table.comment(
      'Promises of the catalog, also the refused, untrusted and withdrawn ones',
    );
    table.string('id', 26).primary().comment('ULID');
    table
      .string('platform')
      .notNullable()
      .references('name')
      .inTable('platforms');
    table.string('name').notNullable();
    table.string('entity_ref').notNullable();
    table.string('owner_ref').nullable();
    table.text('location').nullable().comment('origin location of the entity');
    table.string('api_group').nullable();
    table.string('api_version').nullable().comment('storage version');
    table.string('api_kind').nullable();
    table.string('api_plural').nullable();
    table.string('current_revision_id', 26).nullable();
    json(table, 'required_promises')
      .notNullable()
      .comment('[{name, version}] of the current revision');
    table
      .boolean('holds_name')
      .notNullable()
      .comment('the one that owns the name and the API on its platform');
    table
      .string('state', 32)
      .notNullable()
      .comment(
        'Available, Unavailable, Withdrawn, Untrusted, Invalid, Refused',
      );
    table.string('reason').notNullable();
    table.text('message').notNullable();
    json(table, 'card')
      .notNullable()
      .comment(
        'title, description, category, tags, icon, links, what you get, example',
      );
    json(table, 'findings').notNullable();
    time(table, 'withdrawn_at').nullable();
    time(table, 'created_at').notNullable();
    time(table, 'updated_at').notNullable();
    table.unique(['platform', 'entity_ref']);
  });
  await knex.raw(
    'CREATE UNIQUE INDEX promises_name_held ON promises (platform, name) WHERE holds_name',
  );
  await knex.raw(
    'CREATE UNIQUE INDEX promises_api_held ON promises (platform, api_group, api_kind) WHERE holds_name',
  );

  await knex.schema.createTable('promise_revisions', table => {
    table.comment('One row for each distinct definition of a Promise');
    table.string('id', 26).primary();
    table
      .string('promise_id', 26)
      .notNullable()
      .references('id')
      .inTable('promises')
      .onDelete('CASCADE');
    table
      .string('definition_sha256', 64)
      .notNullable()
      .references('sha256')
      .inTable('definitions');
    table
      .string('version')
      .notNullable()
      .comment('label kratix.io/promise-version, or not-set');
    table
      .string('spec_hash', 32)
      .notNullable()
      .comment('hash as Kratix makes it: md5 of the spec as canonical JSON');
    table
      .integer('sequence')
      .notNullable()
      .comment('rises with each definition of the Promise');
    time(table, 'created_at').notNullable();
    table.unique(['promise_id', 'definition_sha256']);
    table.unique(['promise_id', 'sequence']);
  });

  await knex.schema.createTable('requests', table => {
    table.comment('The read model and the aggregate of one resource request');
    table
      .string('uid', 26)
      .primary()
      .comment('ULID; a name that is created again is a new request');
    table
      .string('platform')
      .notNullable()
      .references('name')
      .inTable('platforms');
    table
      .string('promise_id', 26)
      .notNullable()
      .references('id')
      .inTable('promises');
    table.string('promise_name').notNullable();
    table.string('namespace').notNullable();
    table.string('name').notNullable();
    table.string('api_group').notNullable();
    table.string('api_version').notNullable();
    table.string('api_kind').notNullable();
    table.string('owner_ref').notNullable();
    table.string('requested_by').notNullable();
    table
      .string('origin', 16)
      .notNullable()
      .comment('ui, template, api, mcp, parent, cluster');
    table.string('parent_uid', 26).nullable();
    json(table, 'labels').notNullable();
    json(table, 'annotations').notNullable();
    table.integer('generation').notNullable();
    table
      .integer('observed_generation')
      .notNullable()
      .comment('0 until the first run of the first generation ended');
    table
      .integer('delivered_generation')
      .nullable()
      .comment('the last one that was written everywhere');
    table.string('state', 16).notNullable();
    table.string('state_reason').notNullable();
    table.text('state_message').notNullable();
    json(table, 'state_detail')
      .notNullable()
      .comment('pipelineIndex, pipelineCount, pipeline, step, nextTryAt');
    time(table, 'state_since').notNullable();
    json(table, 'status')
      .notNullable()
      .comment(
        'the status object without conditions, as pipelines and Kratix write it',
      );
    json(table, 'conditions').notNullable();
    table.boolean('paused').notNullable();
    table
      .string('wanted_trigger', 16)
      .nullable()
      .comment('retry, reconcile or resume that no run has taken up yet');
    table.string('wanted_by').nullable().comment('who asked for it');
    time(table, 'delete_requested_at').nullable();
    table.string('delete_requested_by').nullable();
    time(table, 'deleted_at').nullable();
    time(table, 'tombstone_until').nullable();
    table
      .integer('row_version')
      .notNullable()
      .comment('rises with every change of what a caller may change; the etag');
    time(table, 'created_at').notNullable();
    time(table, 'updated_at').notNullable();
    table.index(['parent_uid']);
    table.index(['promise_name', 'namespace']);
    table.index(['promise_id']);
    table.index(['owner_ref']);
    table.index(['requested_by']);
    table.index(['created_at', 'uid']);
  });
  await knex.raw(
    'CREATE UNIQUE INDEX requests_live_name ON requests (platform, promise_name, namespace, name) WHERE deleted_at IS NULL',
  );

  await knex.schema.createTable('request_generations', table => {
    table.comment(
      'What was asked for, by whom, each time that the spec changed',
    );
    table
      .string('request_uid', 26)
      .notNullable()
      .references('uid')
      .inTable('requests')
      .onDelete('CASCADE');
    table.integer('generation').notNullable();
    json(table, 'spec').notNullable().comment('pruned and defaulted');
    table.string('spec_hash', 32).notNullable();
    table
      .string('promise_revision_id', 26)
      .notNullable()
      .references('id')
      .inTable('promise_revisions');
    table.string('actor').notNullable();
    table.string('origin', 16).notNullable();
    table.text('comment').nullable();
    table
      .string('decision', 16)
      .notNullable()
      .comment('accepted; waiting and refused are reserved for approvals');
    time(table, 'created_at').notNullable();
    table.primary(['request_uid', 'generation']);
  });

  await knex.schema.createTable('runs', table => {
    table.comment(
      'One execution of a workflow for one generation of a request, or for a Promise',
    );
    table.string('id', 26).primary();
    table
      .string('promise_id', 26)
      .notNullable()
      .references('id')
      .inTable('promises');
    table
      .string('request_uid', 26)
      .nullable()
      .references('uid')
      .inTable('requests')
      .onDelete('CASCADE');
    table.integer('generation').notNullable();
    table
      .string('promise_revision_id', 26)
      .notNullable()
      .references('id')
      .inTable('promise_revisions');
    table.string('type', 16).notNullable().comment('resource or promise');
    table.string('workflow', 16).notNullable().comment('configure or delete');
    table.string('trigger', 16).notNullable();
    table.string('actor').nullable();
    table.string('state', 16).notNullable();
    table
      .integer('pipeline_index')
      .notNullable()
      .comment('the pipeline that runs or comes next, from 0');
    table.integer('pipeline_count').notNullable();
    table
      .integer('attempt')
      .notNullable()
      .comment('attempts of the pipeline that is suspended with retryAfter');
    table.string('hash', 64).notNullable();
    table.string('reason').nullable();
    table.text('message').nullable();
    time(table, 'next_try_at').nullable();
    time(table, 'created_at').notNullable();
    time(table, 'started_at').nullable();
    time(table, 'finished_at').nullable();
    table.index(['request_uid', 'created_at']);
    table.index(['promise_id', 'created_at']);
  });

  await knex.schema.createTable('steps', table => {
    table.comment('One container of one pipeline in a run');
    table.string('id', 26).primary();
    table
      .string('run_id', 26)
      .notNullable()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE');
    table.string('pipeline').notNullable();
    table.integer('pipeline_index').notNullable();
    table.string('container').notNullable();
    table.integer('container_index').notNullable();
    table.text('image').notNullable();
    table.string('runner', 16).notNullable();
    table.string('state', 16).notNullable();
    table.string('reason').nullable();
    table.text('message').nullable();
    table.integer('exit_code').nullable();
    table.integer('log_lines').notNullable();
    time(table, 'started_at').nullable();
    time(table, 'finished_at').nullable();
    table.unique(['run_id', 'pipeline_index', 'container_index']);
  });

  await knex.schema.createTable('step_logs', table => {
    table.comment('Lines of a step, in the order in which they were read');
    table
      .string('step_id', 26)
      .notNullable()
      .references('id')
      .inTable('steps')
      .onDelete('CASCADE');
    table.integer('sequence').notNullable();
    table.string('stream', 8).notNullable();
    time(table, 'at').notNullable();
    table.text('text').notNullable();
    table.primary(['step_id', 'sequence']);
  });

  await knex.schema.createTable('works', table => {
    table.comment(
      'Work of Kratix: what one pipeline wants written, in groups with selectors',
    );
    table.string('id', 26).primary();
    table.string('name').notNullable();
    table
      .string('promise_id', 26)
      .notNullable()
      .references('id')
      .inTable('promises');
    table
      .string('request_uid', 26)
      .nullable()
      .references('uid')
      .inTable('requests')
      .onDelete('CASCADE');
    table
      .string('type', 24)
      .notNullable()
      .comment('resource, promise or static-dependency');
    table
      .string('pipeline')
      .notNullable()
      .comment('empty for static dependencies');
    table.string('run_id', 26).nullable();
    table.integer('generation').notNullable();
    json(table, 'groups')
      .notNullable()
      .comment('[{id, directory, selectors, workloads: [{filepath, sha256}]}]');
    time(table, 'created_at').notNullable();
    time(table, 'updated_at').notNullable();
    table.index(['request_uid']);
    table.index(['promise_id', 'type']);
  });
  await knex.raw(
    'CREATE UNIQUE INDEX works_of_request ON works (request_uid, pipeline) WHERE request_uid IS NOT NULL',
  );
  await knex.raw(
    'CREATE UNIQUE INDEX works_of_promise ON works (promise_id, type, pipeline) WHERE request_uid IS NULL',
  );

  await knex.schema.createTable('workloads', table => {
    table.comment('Bytes of files by their hash');
    table.string('sha256', 64).primary();
    table.binary('content').notNullable();
    table.integer('bytes').notNullable();
    time(table, 'created_at').notNullable();
  });

  await knex.schema.createTable('work_workloads', table => {
    table.comment(
      'Which Works hold which workloads, or held them until their files are replaced; bytes that nothing refers to go',
    );
    table.string('work_id', 26).notNullable();
    table.string('sha256', 64).notNullable();
    table.primary(['work_id', 'sha256']);
    table.index(['sha256']);
  });

  await knex.schema.createTable('state_stores', table => {
    table.comment('GitStateStore and BucketStateStore entities');
    table
      .string('platform')
      .notNullable()
      .references('name')
      .inTable('platforms');
    table.string('kind', 32).notNullable();
    table.string('name').notNullable();
    table.string('entity_ref').notNullable();
    json(table, 'spec').notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment('Unknown, Ready, NotReady, Disconnected, Untrusted, Invalid');
    table.string('reason').notNullable();
    table.text('message').notNullable();
    json(table, 'findings').notNullable();
    time(table, 'checked_at').nullable();
    time(table, 'created_at').notNullable();
    time(table, 'updated_at').notNullable();
    table.primary(['platform', 'kind', 'name']);
  });

  await knex.schema.createTable('destinations', table => {
    table.comment('Destination entities');
    table
      .string('platform')
      .notNullable()
      .references('name')
      .inTable('platforms');
    table.string('name').notNullable();
    table.string('entity_ref').notNullable();
    json(table, 'labels').notNullable();
    json(table, 'spec').notNullable();
    table.boolean('fulfils_requests').notNullable();
    table.string('state_store_kind', 32).notNullable();
    table.string('state_store_name').notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment('Ready, NotReady, Disconnected, Untrusted, Invalid, Removing');
    table.string('reason').notNullable();
    table.text('message').notNullable();
    json(table, 'findings').notNullable();
    time(table, 'created_at').notNullable();
    time(table, 'updated_at').notNullable();
    table.primary(['platform', 'name']);
  });

  await knex.schema.createTable('placements', table => {
    table.comment(
      'WorkPlacement of Kratix: one group of a Work at one Destination',
    );
    table.string('id', 26).primary();
    table.string('name').notNullable();
    table.string('platform').notNullable();
    table
      .string('work_id', 26)
      .notNullable()
      .comment('kept after the Work is gone, until the files are removed');
    table.string('promise_id', 26).notNullable();
    table.string('request_uid', 26).nullable();
    table.string('pipeline').notNullable();
    table.string('group_id', 32).notNullable().comment('md5 of the directory');
    table.text('directory').notNullable();
    table.string('destination').notNullable();
    table.string('state_store_kind', 32).notNullable();
    table.string('state_store_name').notNullable();
    table.text('path').notNullable().comment('folder inside the state store');
    json(table, 'desired')
      .notNullable()
      .comment('[{filepath, sha256}]; empty while being removed');
    table.string('desired_hash', 64).notNullable();
    table
      .string('written_hash', 64)
      .nullable()
      .comment('desired_hash of what is in the state store');
    table.boolean('misplaced').notNullable();
    table.boolean('removing').notNullable();
    table.integer('generation').notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment('Pending, Written, Failed, Removing, Removed');
    table.string('reason').nullable();
    table.text('message').nullable();
    table.string('version_id').nullable().comment('commit');
    table.integer('attempts').notNullable();
    time(table, 'next_try_at').nullable();
    time(table, 'written_at').nullable();
    time(table, 'created_at').notNullable();
    time(table, 'updated_at').notNullable();
    table.unique(
      [
        'work_id',
        'group_id',
        'destination',
        'state_store_kind',
        'state_store_name',
        'path',
      ],
      // A Destination that moves has its files in both places for a while.
      { indexName: 'placements_place' },
    );
    table.index(['request_uid']);
    table.index(['promise_id']);
    table.index(['platform', 'destination']);
    table.index(
      ['platform', 'state_store_kind', 'state_store_name', 'state'],
      'placements_of_store',
    );
  });

  await knex.schema.createTable('batches', table => {
    table.comment(
      'One commit of many placements to one branch of a state store',
    );
    table.string('id', 26).primary();
    table.string('platform').notNullable();
    table.string('state_store_kind', 32).notNullable();
    table.string('state_store_name').notNullable();
    table
      .bigInteger('epoch')
      .notNullable()
      .comment('of the lease under which it was made');
    table
      .string('state', 16)
      .notNullable()
      .comment('Prepared, Pushed, Abandoned');
    json(table, 'placements').notNullable().comment('[{id, desiredHash}]');
    table.string('version_id').nullable();
    time(table, 'created_at').notNullable();
    time(table, 'pushed_at').nullable();
    table.index(
      ['platform', 'state_store_kind', 'state_store_name', 'state'],
      'batches_of_store',
    );
  });

  await knex.schema.createTable('events', table => {
    table.comment('The log; positions are in commit order');
    table.bigIncrements('position');
    table.string('type', 64).notNullable();
    table.integer('version').notNullable();
    time(table, 'at').notNullable();
    table.string('actor').nullable();
    table.string('platform').nullable();
    table.string('promise_name').nullable();
    table.string('request_uid', 26).nullable();
    table.string('namespace').nullable();
    table
      .string('owner_ref')
      .nullable()
      .comment('of the request or the Promise, to decide who may read it');
    table.string('requested_by').nullable();
    table.string('run_id', 26).nullable();
    table.string('step_id', 26).nullable();
    table.string('destination').nullable();
    json(table, 'payload').notNullable();
    table.index(['request_uid', 'position']);
    table.index(['promise_name', 'position']);
  });

  await knex.schema.createTable('work_queue', table => {
    table.comment('What is to be looked at; one row for each kind and key');
    table.string('kind', 32).notNullable();
    table.string('key', 512).notNullable();
    time(table, 'run_at').notNullable();
    table.string('lease_owner').nullable();
    time(table, 'lease_until').nullable();
    table
      .bigInteger('epoch')
      .notNullable()
      .comment(
        'rises with every claim, also after the row was gone in between; a fence',
      );
    table
      .boolean('again')
      .notNullable()
      .comment('enqueued while claimed: look again when released');
    table.integer('attempts').notNullable().comment('failures in a row');
    table.text('last_error').nullable();
    time(table, 'enqueued_at').notNullable();
    table.primary(['kind', 'key']);
    table.index(['run_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'work_queue',
    'events',
    'batches',
    'placements',
    'destinations',
    'state_stores',
    'work_workloads',
    'workloads',
    'works',
    'step_logs',
    'steps',
    'runs',
    'request_generations',
    'requests',
    'promise_revisions',
    'promises',
    'platforms',
    'definitions',
  ]) {
    await knex.schema.dropTable(table);
  }
};
