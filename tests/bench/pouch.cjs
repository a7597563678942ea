// This file is the rival of push and pull: PouchDB on LevelDB, replicating over HTTP to a server process of its own.
//
// node pouch.cjs serve FOLDER            prints the address once it listens
// node pouch.cjs fill TARGET COUNT WORDS writes documents with a text each
// node pouch.cjs replicate FROM TO       prints the seconds that it took
"use strict";
const { performance } = require("node:perf_hooks");
const leveldown = require("leveldown");
const PouchDB = require("pouchdb");

const EACH = 1000;
const letter = () => "etaoinshrdlcumwfgypbvk"[Math.floor(Math.random() * 22)];
const known = Array.from({ length: 20000 }, () => Array.from({ length: 6 }, letter).join(""));

// LevelDB as PouchDB uses it, but what it has answered is on the disk, as with us: it forces each batch there.
function durable(name) {
  const store = leveldown(name);
  const { _batch, _put } = store;
  store._batch = (operations, options, done) => _batch.call(store, operations, { ...options, sync: true }, done);
  store._put = (key, value, options, done) => _put.call(store, key, value, { ...options, sync: true }, done);
  return store;
}

function open(name) {
  return new PouchDB(name, name.startsWith("http:") ? {} : { db: durable });
}

// LevelDB compresses what it stores: a text has to be one of many words to be as large as ours.
function text(words) {
  return Array.from({ length: words }, () => known[Math.floor(Math.random() * known.length)]).join(" ");
}

async function fill(target, count, words) {
  const database = open(target);
  for (let start = 0; start < count; start += EACH) {
    const documents = [];
    for (let number = start; number < Math.min(count, start + EACH); number += 1) {
      documents.push({ _id: String(number).padStart(9, "0"), number, kind: "summary.revise", text: text(words) });
    }
    await database.bulkDocs(documents);
  }
  await database.close();
}

async function replicate(from, to) {
  const source = open(from);
  const target = open(to);
  await Promise.all([source.info(), target.info()]);
  const began = performance.now();
  const result = await source.replicate.to(target, { batch_size: 500, batches_limit: 10 });
  const seconds = (performance.now() - began) / 1000;
  if (!result.ok || result.doc_write_failures) throw new Error("the replication failed");
  console.log(JSON.stringify({ seconds, documents: result.docs_written }));
}

function serve(folder) {
  const express = require("express");
  const Prefixed = PouchDB.defaults({ prefix: `${folder}/`, db: durable });
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
