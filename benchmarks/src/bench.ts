/** `./yarnw bench NAME [FLAGS]`: runs one of the benchmarks. */
const benchmarks: Readonly<Record<string, () => Promise<unknown>>> = {
  actions: () => import('./actions/run.ts'),
  compound: () => import('./compound/run.ts'),
  engine: () => import('./engine/run.ts'),
  live: () => import('./live/run.ts'),
  scale: () => import('./scale/run.ts'),
  schema: () => import('./schema/run.ts'),
};

const [name] = process.argv.splice(2, 1);
if (!name || !(name in benchmarks)) {
  console.error(
    `Usage: ./yarnw bench ${Object.keys(benchmarks).join('|')} [--json]`,
  );
  process.exit(2);
}
await benchmarks[name]();

export {};
