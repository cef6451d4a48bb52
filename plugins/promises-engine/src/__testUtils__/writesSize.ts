import type { Script } from './ScriptedRunner';

/** Writes the size that was ordered into one file, and a status. */
export const writesSize: Script = ({ object }) => ({
  log: ['rendering', 'done'],
  output: {
    'database.yaml': `size: ${(object.spec as { size: string }).size}\n`,
  },
  metadata: { 'status.yaml': 'message: ready to use\nhost: db.example\n' },
});
