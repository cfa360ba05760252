import type { InferenceSession } from 'onnxruntime-node'
import type { Network } from './network.ts'

/** One thread, since pages are read side by side; nothing is kept for lengths that come again, since few do. */
const OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  enableCpuMemArena: true,
  enableMemPattern: false,
  logSeverityLevel: 3,
  extra: { session: { intra_op: { allow_spinning: '0' } } },
}

/**
 * Opens the network of an ONNX file; what it shares with others lies beside it. Rejects where onnxruntime-node is not installed or cannot be
 * loaded, and where the file is not there or is no network.
 */
export async function openNetwork(path: string): Promise<Network> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node')
  const session = await InferenceSession.create(path, OPTIONS)
  const asked = session.inputNames.includes('firsts')
  return async ({ pieces, shapes, glued, quoted, firsts }) => {
    const tensor = (numbers: BigInt64Array) => new Tensor('int64', numbers, [1, numbers.length])
    const { scores, phrases } = await session.run({
      pieces: tensor(pieces),
      shapes: tensor(shapes),
      glued: tensor(glued),
      quoted: tensor(quoted),
      ...(asked ? { firsts: new Tensor('int64', BigInt64Array.from(firsts, BigInt), [firsts.length]) } : {}),
    })
    return { scores: scores?.data as Float32Array, phrases: phrases?.data as Float32Array | undefined }
  }
}
