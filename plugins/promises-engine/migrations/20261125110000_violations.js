// @ts-check

/**
 * What rules of policies found is kept with the run that found it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('runs', table => {
    table
      .text('violations', 'longtext')
      .nullable()
      .comment(
        'rules that were found broken: a list for each pipeline, in order',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('runs', table => {
    table.dropColumn('violations');
  });
};
