import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { Facts } from '../layout/Facts';
import { RelativeTime } from '../time/RelativeTime';

const ORIGINS: Readonly<Record<ResourceRequestDetail['origin'], string>> = {
  ui: 'the portal',
  template: 'a software template',
  api: 'the API',
  mcp: 'an assistant (MCP)',
  parent: 'another request',
  cluster: 'the cluster',
};

/** Who ordered what, when, and with which version of the Promise. */
export function RequestFacts(props: {
  readonly request: ResourceRequestDetail;
}) {
  const { request } = props;
  return (
    <Facts
      facts={[
        {
          label: 'Ordered by',
          value: (
            <EntityRefLink entityRef={request.requestedBy} defaultKind="user" />
          ),
        },
        { label: 'Ordered', value: <RelativeTime at={request.createdAt} /> },
        { label: 'Updated', value: <RelativeTime at={request.updatedAt} /> },
        {
          label: 'Deleted',
          value: request.deletedAt && <RelativeTime at={request.deletedAt} />,
        },
        { label: 'Through', value: ORIGINS[request.origin] },
        {
          label: 'Generation',
          value: generations(request),
        },
        { label: 'Version of the Promise', value: request.revision?.version },
        {
          label: 'Kubernetes kind',
          value:
            request.api &&
            `${request.api.kind} (${request.api.group}/${request.api.version})`,
        },
        { label: 'Platform', value: request.platform },
        { label: 'Uid', value: <code>{request.uid}</code> },
      ]}
    />
  );
}

function generations(request: ResourceRequestDetail): string {
  const { generation, deliveredGeneration } = request;
  if (deliveredGeneration === undefined) {
    return `${generation}, not delivered yet`;
  }
  return deliveredGeneration === generation
    ? `${generation}, delivered`
    : `${generation}; delivered is ${deliveredGeneration}`;
}
