import { createBackend } from '@backstage/backend-defaults';
import { answerMeasurements } from './answerMeasurements';

answerMeasurements();

// The catalog and these plugins only: what `./yarnw bench engine` measures is the engine, not a portal around it.
const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@promissory/plugin-catalog-backend-module-promises'));
backend.add(import('@promissory/plugin-promises-backend'));
backend.start();
