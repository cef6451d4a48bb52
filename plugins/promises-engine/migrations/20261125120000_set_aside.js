// @ts-check

/**
 * Work that fails again and again is set aside, and Destinations know the files that are not ours.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('work_queue', table => {
    table
      .string('failing_since', 32)
      .nullable()
      .comment('time of the first of the failures in a row');
    table
      .string('set_aside_at', 32)
      .nullable()
      .comment(
        'when it was given up; nobody takes it up before it is asked for',
      );
    table
      .integer('abandoned')
      .notNullable()
      .defaultTo(0)
      .comment('times in a row that its worker ended without a word');
  });
  await knex.schema.alterTable('destinations', table => {
    table
      .integer('foreign_files')
      .notNullable()
      .defaultTo(0)
      .comment('files below its path that belong to nobody here');
    table
      .text('foreign_examples', 'longtext')
      .nullable()
      .comment('the first of them, by path');
    table
      .string('compared_at', 32)
      .nullable()
      .comment('when what is there was last compared with what should be');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('destinations', table => {
    table.dropColumn('foreign_files');
    table.dropColumn('foreign_examples');
    table.dropColumn('compared_at');
  });
  await knex.schema.alterTable('work_queue', table => {
    table.dropColumn('failing_since');
    table.dropColumn('set_aside_at');
    table.dropColumn('abandoned');
  });
};
