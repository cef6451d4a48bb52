/** A template whose one task does nothing for a while, so that the scaffolder's event stream stays open. */
export function waitingTemplate(seconds: number) {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'wait', title: 'Wait' },
    spec: {
      owner: 'group:default/platform',
      type: 'service',
      parameters: [],
      steps: [
        // The action waits at most ten minutes.
        { id: 'wait', name: 'Wait', action: 'debug:wait', input: { seconds } },
      ],
    },
  };
}
