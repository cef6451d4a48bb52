/** Packs every published package: `node scripts/pack.ts [folder]`, by default into `dist/`. */
import { packAll } from './packing/packAll.ts';

for (const { name, version, tarball } of await packAll({
  out: process.argv[2] ?? 'dist',
})) {
  console.log(`${name}@${version} ${tarball}`);
}
