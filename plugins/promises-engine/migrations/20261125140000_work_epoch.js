// @ts-check

/**
 * Epochs of claims come from a counter. It starts above the epochs that were milliseconds of a clock: a replica of the
 * version before goes on to give those out for a while.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const [highest] = await knex('work_queue').max({ epoch: 'epoch' });
  const start = Math.max(Date.now(), Number(highest?.epoch ?? 0)) + 1;
  if (knex.client.dialect === 'postgresql') {
    await knex.raw(`CREATE SEQUENCE work_epoch AS BIGINT START ${start}`);
    return;
  }
  await knex.schema.createTable('work_epoch', table => {
    table.comment('The last epoch that was given to a claim; one row');
    table.bigInteger('value').notNullable();
  });
  await knex('work_epoch').insert({ value: start });
  await knex.raw(
    `CREATE TRIGGER work_epoch_rises AFTER UPDATE OF epoch ON work_queue
     BEGIN UPDATE work_epoch SET value = NEW.epoch WHERE value < NEW.epoch; END`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (knex.client.dialect === 'postgresql') {
    await knex.raw('DROP SEQUENCE work_epoch');
    return;
  }
  await knex.raw('DROP TRIGGER work_epoch_rises');
  await knex.schema.dropTable('work_epoch');
};
