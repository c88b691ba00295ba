// Body of the thread that matches one city: a city comes in, a run goes out, the thread ends.
import { parentPort, workerData } from 'node:worker_threads';
import type { City } from '@crg/domain/flow';
import { matchCity } from '@crg/engine/match-city';

export interface EngineTask {
  readonly city: City;
  readonly k: number;
}

const { city, k } = workerData as EngineTask;
parentPort?.postMessage(matchCity(city, { k }));
