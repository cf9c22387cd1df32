import { connect as connectHttp2, type ClientHttp2Session, type IncomingHttpHeaders } from 'node:http2';
import { connect as connectTcp } from 'node:net';

/**
 * Asks a Temporal server on plain text for a namespace (gRPC, WorkflowService.DescribeNamespace).
 * By hand, since the SDK's client takes longer to load than the server takes to start.
 * @throws with the reason where it does not answer, or does not know the namespace
 */
export async function checkTemporal(address: string, namespace: string, timeoutMs = 1_000): Promise<void> {
  const session = connectHttp2(`http://${address}`);
  try {
    const status = await describeNamespace(session, namespace, timeoutMs);
    if (status !== '0')
      throw new Error(`DescribeNamespace for "${namespace}" ended with gRPC status ${status ?? 'missing'}`);
  } finally {
    session.destroy();
  }
}

/** Whether anybody accepts connections there; for servers behind TLS. */
export async function checkTcp(address: string, timeoutMs = 5_000): Promise<void> {
  const { hostname, port } = new URL(`tcp://${address}`);
  const socket = connectTcp({ host: hostname, port: Number(port), timeout: timeoutMs });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
      socket.once('timeout', () => reject(new Error(`no connection within ${timeoutMs} ms`)));
    });
  } finally {
    socket.destroy();
  }
}

function describeNamespace(
  session: ClientHttp2Session,
  namespace: string,
  timeoutMs: number,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    session.once('error', reject);
    const call = session.request({
      ':method': 'POST',
      ':path': '/temporal.api.workflowservice.v1.WorkflowService/DescribeNamespace',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    let status: string | undefined;
    call.setTimeout(timeoutMs, () => reject(new Error(`no answer within ${timeoutMs} ms`)));
    call.once('error', reject);
    call.once('response', (headers) => (status ??= statusOf(headers)));
    call.once('trailers', (headers) => (status ??= statusOf(headers)));
    call.once('close', () => resolve(status));
    call.resume();
    call.end(grpcFrame(namespaceMessage(namespace)));
  });
}

function statusOf(headers: IncomingHttpHeaders): string | undefined {
  return headers['grpc-status']?.toString();
}

/** DescribeNamespaceRequest in protobuf: field 1, a string. */
function namespaceMessage(namespace: string): Buffer {
  const text = Buffer.from(namespace);
  if (text.length > 127) throw new Error(`The namespace name is too long: ${namespace}`);
  return Buffer.concat([Buffer.from([0x0a, text.length]), text]);
}

/** gRPC's length-prefixed message, not compressed. */
function grpcFrame(message: Buffer): Buffer {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}
