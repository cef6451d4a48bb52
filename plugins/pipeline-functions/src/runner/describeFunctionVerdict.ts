import type { Pipeline } from '@promissory/plugin-promises-common';
import type { RunnerVerdict } from '@promissory/plugin-promises-node';
import { matchFunctionImage, type FunctionImage } from './matchFunctionImage';

/** Whether all containers of a pipeline are known functions that need nothing but their input. */
export function describeFunctionVerdict(
  pipeline: Pipeline,
  images: readonly FunctionImage[],
): RunnerVerdict {
  const { containers, rbac } = pipeline.spec;
  const remedy = 'configure a runner for containers or Kubernetes Jobs';

  if (containers.length === 0) {
    return {
      canRun: false,
      reason: `pipeline ${pipeline.metadata.name} has no containers`,
      remedy: 'add a container to the pipeline',
    };
  }
  const other = containers.find(
    container => !matchFunctionImage(container.image, images),
  );
  if (other) {
    return {
      canRun: false,
      reason: `image ${other.image} of pipeline ${pipeline.metadata.name} is not a known function`,
      remedy: `${remedy}, or name the image under promises.functions.images if it is one`,
    };
  }
  if (rbac?.permissions?.length) {
    return {
      canRun: false,
      reason: `pipeline ${pipeline.metadata.name} asks for rights in Kubernetes`,
      remedy: 'configure a runner for Kubernetes Jobs',
    };
  }
  const withReference = containers.find(
    container =>
      container.envFrom?.length ||
      container.volumeMounts?.length ||
      container.env?.some(({ valueFrom }) => valueFrom),
  );
  if (withReference) {
    return {
      canRun: false,
      reason: `container ${withReference.name} of pipeline ${pipeline.metadata.name} reads secrets, config maps or volumes`,
      remedy,
    };
  }
  return { canRun: true };
}
