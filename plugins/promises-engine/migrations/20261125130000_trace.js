// @ts-check

/**
 * What works on a request tells of it in the trace of who asked for it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('requests', table => {
    table
      .string('trace', 64)
      .nullable()
      .comment('W3C traceparent of the last order, change or action');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('requests', table => {
    table.dropColumn('trace');
  });
};
