import { createBackend } from '@backstage/backend-defaults';
import { endAtPoint } from './endAtPoint';
import { sleepingRunnerModule } from './sleepingRunnerModule';

endAtPoint();

// The catalog and these plugins only: what `./yarnw chaos` kills is the engine, not a portal around it.
const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@promissory/plugin-catalog-backend-module-promises'));
backend.add(import('@promissory/plugin-promises-backend'));
backend.add(sleepingRunnerModule);
backend.start();
