// This file is the rival of push and pull: PouchDB on LevelDB, replicating over HTTP to a server process of its own.
//
// node pouch.cjs serve FOLDER            prints the address once it listens
// node pouch.cjs fill TARGET COUNT SIZE  writes documents
// node pouch.cjs replicate FROM TO       prints the seconds that it took
"use strict";
const { performance } = require("node:perf_hooks");
const PouchDB = require("pouchdb");

const EACH = 1000;

async function fill(target, count, size) {
  const database = new PouchDB(target);
  const text = "x".repeat(size);
  for (let start = 0; start < count; start += EACH) {
    const documents = [];
    for (let number = start; number < Math.min(count, start + EACH); number += 1) {
      documents.push({ _id: String(number).padStart(9, "0"), number, kind: "summary.revise", text: text + number });
    }
    await database.bulkDocs(documents);
  }
  await database.close();
}

async function replicate(from, to) {
  const source = new PouchDB(from);
  const target = new PouchDB(to);
  await Promise.all([source.info(), target.info()]);
  const began = performance.now();
  const result = await source.replicate.to(target, { batch_size: 500, batches_limit: 10 });
  const seconds = (performance.now() - began) / 1000;
  if (!result.ok || result.doc_write_failures) throw new Error("the replication failed");
  console.log(JSON.stringify({ seconds, documents: result.docs_written }));
}

function serve(folder) {
  const express = require("express");
  const Prefixed = PouchDB.defaults({ prefix: `${folder}/` });
  const application = express();
  application.use("/", require("express-pouchdb")(Prefixed, { mode: "minimumForPouchDB", inMemoryConfig: true, logPath: `${folder}/log.txt` }));
  const server = application.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
}

const [verb, ...values] = process.argv.slice(2);
if (verb === "serve") serve(values[0]);
else {
  const work = verb === "fill" ? fill(values[0], Number(values[1]), Number(values[2])) : replicate(values[0], values[1]);
  work.then(() => process.exit(0), (fault) => { console.error(fault); process.exit(1); });
}
