import type { Completion } from '../judge/judgeCompletions.ts';
import type { SqlDatabase } from '../../database/SqlDatabase.ts';

const COLUMNS = `
  run_id varchar(26), request_uid varchar(26), generation integer, workflow varchar(16), run_trigger varchar(16),
  pipeline_index integer`;
const VALUES = `
  NEW.id, NEW.request_uid, NEW.generation, NEW.workflow, NEW.trigger, OLD.pipeline_index`;
const WHEN = 'NEW.pipeline_index > OLD.pipeline_index';

/**
 * From now on the database itself notes every completion of a pipeline that is recorded, in a table that the engine
 * knows nothing of: runs are removed with their request.
 */
export async function recordCompletions(database: SqlDatabase): Promise<void> {
  const insert = `INSERT INTO chaos_completions VALUES (${VALUES});`;
  await database.execute(`CREATE TABLE chaos_completions (${COLUMNS})`);
  await database.execute(
    database.dialect === 'sqlite'
      ? `CREATE TRIGGER chaos_completion AFTER UPDATE ON runs WHEN ${WHEN} BEGIN ${insert} END`
      : `CREATE FUNCTION chaos_completion() RETURNS trigger AS $$ BEGIN ${insert} RETURN NULL; END $$ LANGUAGE plpgsql;
         CREATE TRIGGER chaos_completion AFTER UPDATE ON runs FOR EACH ROW WHEN (${WHEN})
           EXECUTE FUNCTION chaos_completion()`,
  );
}

/** Completions of requests' pipelines that were noted. */
export async function readCompletions(
  database: SqlDatabase,
): Promise<Completion[]> {
  const rows = await database.all(
    'SELECT * FROM chaos_completions WHERE request_uid IS NOT NULL',
  );
  return rows.map(row => ({
    runId: String(row.run_id),
    requestUid: String(row.request_uid),
    generation: Number(row.generation),
    workflow: String(row.workflow),
    trigger: String(row.run_trigger),
    pipelineIndex: Number(row.pipeline_index),
  }));
}
