import { Configuration, ProblemFromJSON, RespondentScoresApi, ResponseError } from './client';

declare const process: { argv: string[]; exitCode: number };

/** A CRM with a client generated for TypeScript: reads a respondent, then what has changed since a cursor. Arguments: address, key, reference, cursor. */
async function readFeed(address: string, key: string, ref: string, start: string): Promise<void> {
  const scores = new RespondentScoresApi(new Configuration({ basePath: address, accessToken: key }));

  const one = await scores.getRespondentScores({ ref });
  if (one.nps === undefined) {
    throw new Error('no NPS');
  }
  console.log(`last ${one.nps.score} ${one.nps.band} ${one.nps.trend} ${one.nps.answeredAt.toISOString().replace('.000', '')}`);
  let cursor = start;
  let next: string | null | undefined;
  do {
    const page = await scores.listRespondentScores({ changedAfter: cursor, limit: 1 });
    for (const changed of page.items) {
      console.log(changed.forgotten ? `forget ${changed.id}` : `keep ${changed.id} ${changed.ref} ${changed.nps?.score}`);
    }
    cursor = page.cursor;
    next = page.next;
  } while (next != null);
  console.log(`cursor ${cursor}`);
  try {
    await scores.getRespondentScores({ ref: 'nobody' });
  } catch (e) {
    if (!(e instanceof ResponseError)) {
      throw e;
    }
    const problem = ProblemFromJSON(await e.response.json());
    console.log(`problem ${e.response.status} ${problem.type}`);
  }
}

const [address, key, ref, start] = process.argv.slice(2);
readFeed(address, key, ref, start).catch((e) => {
  console.error(e);
  process.exitCode = 1;
});
