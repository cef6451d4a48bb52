import type { Finding } from '../../api';
import { KRATIX_API_VERSION } from '../../catalog/annotations';
import { findUnknownFields } from '../fields/findUnknownFields';
import { PIPELINE_FIELDS } from '../fields/knownFields';
import { error } from '../findings/findings';
import { formatPath } from '../findings/formatPath';
import {
  isSubdomain,
  labelKeyFault,
  labelValueFault,
  subdomainRule,
} from '../names/rules';
import type { Pipeline, WorkflowAction, WorkflowType } from '../types';
import { checkContainers } from './checkContainers';

/** Kratix names the service account of a pipeline after all of this, and Jobs need some room for more. */
const MAX_ID_LENGTH = 60;

/** What the rules of one pipeline need to know about it. */
export interface PipelinePlace {
  readonly pipeline: Pipeline;
  readonly promiseName: string;
  readonly type: WorkflowType;
  readonly action: WorkflowAction;
  readonly path: readonly (string | number)[];
}

/** Kratix's rules for one pipeline, with its messages. */
export function checkPipeline(place: PipelinePlace): Finding[] {
  const { pipeline, type, action, path } = place;
  const { apiVersion, kind, metadata } = pipeline;
  if (
    String(apiVersion) !== KRATIX_API_VERSION ||
    String(kind) !== 'Pipeline'
  ) {
    // What is of another kind is not judged by the rules of this one.
    return [
      error(
        formatPath(path),
        `failed parsing ${type}.${action} pipeline: unsupported pipeline "${metadata.name}" with APIVersion "${kind}/${apiVersion}"; write apiVersion: ${KRATIX_API_VERSION} and kind: Pipeline`,
      ),
    ];
  }
  return [
    ...findUnknownFields(pipeline, PIPELINE_FIELDS, path).map(field =>
      error(
        formatPath(field.path),
        `failed parsing ${type}.${action} pipeline: failed unmarshalling pipeline ${metadata.name}: json: unknown field "${field.name}"`,
      ),
    ),
    ...checkName(place),
    ...checkLabels(place),
    ...checkContainers(place),
  ];
}

function checkName({
  pipeline,
  promiseName,
  type,
  action,
  path,
}: PipelinePlace): Finding[] {
  const { name } = pipeline.metadata;
  const namePath = formatPath([...path, 'metadata', 'name']);
  const id = `${promiseName}-${type}-${action}-${name}`;
  if (name === '') {
    return [error(namePath, 'Required: a pipeline needs a name')];
  }
  if (id.length > MAX_ID_LENGTH) {
    return [
      error(
        namePath,
        `${type}.${action} pipeline with name "${name}" is too long. The name is used when generating resources for the pipeline,including the ServiceAccount which follows the format of "${id}", which cannot be longer than ${MAX_ID_LENGTH} characters in total`,
      ),
    ];
  }
  return isSubdomain(id)
    ? []
    : [error(namePath, `Invalid value: "${name}": ${subdomainRule()}`)];
}

function checkLabels({
  pipeline,
  type,
  action,
  path,
}: PipelinePlace): Finding[] {
  const place = `in workflow "${type}" action "${action}"`;
  return Object.entries(pipeline.metadata.labels ?? {}).flatMap(
    ([key, value]) => {
      const labelPath = formatPath([...path, 'metadata', 'labels', key]);
      const keyFault = labelKeyFault(key);
      const valueFault = labelValueFault(value);
      return [
        ...(keyFault
          ? [
              error(
                labelPath,
                `invalid label key "${key}" ${place}: ${keyFault}`,
              ),
            ]
          : []),
        ...(valueFault
          ? [
              error(
                labelPath,
                `invalid label value "${value}" for key "${key}" ${place}: ${valueFault}`,
              ),
            ]
          : []),
      ];
    },
  );
}
