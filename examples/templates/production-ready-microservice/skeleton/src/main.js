import { setTimeout as sleep } from 'node:timers/promises';
import { createService } from './createService.js';

const port = Number(process.env.PORT ?? 8080);
const service = createService({ name: process.env.SERVICE_NAME ?? 'service' });

service.server.listen(port, () => {
  console.log(`Listening on port ${port}`);
});

process.on('SIGTERM', async () => {
  // Kubernetes takes a moment to send no more requests to a pod that ends.
  await sleep(5_000);
  await service.stop();
});
