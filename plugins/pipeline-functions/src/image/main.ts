import { runImage } from './runImage';

/** Entry point of the image. */
void runImage({
  arguments: process.argv.slice(2),
  environment: process.env,
  folder: '/kratix',
  serviceAccountFolder: '/var/run/secrets/kubernetes.io/serviceaccount',
  // A container's log is its standard output.
  print: line => process.stdout.write(`${line}\n`),
  printError: line => process.stderr.write(`${line}\n`),
}).then(code => {
  process.exitCode = code;
});
