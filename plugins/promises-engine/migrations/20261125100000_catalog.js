// @ts-check

/**
 * What is delivered to Destinations of the catalog appears there: from the bytes that are in the state store, under
 * names that the first one keeps.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('destinations', table => {
    table
      .boolean('catalog')
      .notNullable()
      .defaultTo(false)
      .comment(
        'catalog entities that are delivered here appear in the catalog',
      );
  });
  await knex.schema.alterTable('placements', table => {
    table
      .text('written', 'longtext')
      .nullable()
      .comment('[{filepath, sha256}] of what is in the state store');
  });
  await knex('placements')
    .whereRaw('written_hash = desired_hash')
    .where('removing', false)
    .update({ written: knex.ref('desired') });

  await knex.schema.createTable('catalog_claims', table => {
    table.comment('Who holds the name of a catalog entity that was delivered');
    table
      .string('platform')
      .notNullable()
      .references('name')
      .inTable('platforms');
    table.string('entity_ref').notNullable().comment('in lower case');
    table
      .string('holder', 40)
      .notNullable()
      .comment('uid of a request, or promise:<id>');
    table.string('claimed_at', 32).notNullable();
    table.primary(['platform', 'entity_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('catalog_claims');
  await knex.schema.alterTable('placements', table => {
    table.dropColumn('written');
  });
  await knex.schema.alterTable('destinations', table => {
    table.dropColumn('catalog');
  });
};
