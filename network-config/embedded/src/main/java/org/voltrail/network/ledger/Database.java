package org.voltrail.network.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksObject;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * A RocksDB with a column family for each constant of an enum. Writes go through the write-ahead log, so that a killed process
 * loses none that returned; only those of {@link #writeDurably} also outlive the machine. Thread-safe.
 */
final class Database<T extends Enum<T>> implements AutoCloseable {
    static {
        RocksDB.loadLibrary();
    }

    private static final long CACHE_BYTES = 64L << 20;
    private static final long WRITE_BUFFER_BYTES = 32L << 20;
    private static final long ALL_WRITE_BUFFERS_BYTES = 96L << 20;
    private static final long LOG_BYTES = 128L << 20;

    private final RocksDB db;
    private final Map<T, ColumnFamilyHandle> tables;
    private final List<RocksObject> owned = new ArrayList<>();
    private final WriteOptions quick = own(new WriteOptions());
    private final WriteOptions durable = own(new WriteOptions().setSync(true));
    private final ReadOptions latest = own(new ReadOptions());
    private final Object viewsLock = new Object();
    private int openViews;

    private Database(Path directory, Class<T> tableType) throws RocksDBException {
        T[] constants = tableType.getEnumConstants();
        ColumnFamilyOptions tableOptions = tableOptions();
        List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
        descriptors.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, tableOptions));
        for (T constant : constants) {
            descriptors.add(new ColumnFamilyDescriptor(constant.name().getBytes(StandardCharsets.US_ASCII), tableOptions));
        }
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        db = RocksDB.open(databaseOptions(), directory.toString(), descriptors, handles);
        tables = new EnumMap<>(tableType);
        for (T constant : constants) {
            tables.put(constant, handles.get(constant.ordinal() + 1));
        }
        tables.values().forEach(owned::add);
        owned.add(handles.get(0));
    }

    /** Opens the database in a directory, which is made where it does not exist. */
    static <T extends Enum<T>> Database<T> open(Path directory, Class<T> tables) {
        try {
            Files.createDirectories(directory);
            return new Database<>(directory, tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RocksDBException e) {
            throw failure(e);
        }
    }

    private ColumnFamilyOptions tableOptions() {
        Cache cache = own(new LRUCache(CACHE_BYTES));
        BlockBasedTableConfig format = new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setFilterPolicy(own(new BloomFilter(10)))
                .setCacheIndexAndFilterBlocks(true)
                .setPinL0FilterAndIndexBlocksInCache(true);
        return own(new ColumnFamilyOptions()
                .setTableFormatConfig(format)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setMemtablePrefixBloomSizeRatio(0.1)
                .setMemtableWholeKeyFiltering(true)
                .setLevelCompactionDynamicLevelBytes(true));
    }

    private DBOptions databaseOptions() {
        return own(new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setMaxBackgroundJobs(2)
                .setDbWriteBufferSize(ALL_WRITE_BUFFERS_BYTES)
                .setMaxTotalWalSize(LOG_BYTES)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(2));
    }

    private <O extends RocksObject> O own(O object) {
        owned.add(object);
        return object;
    }

    /** A value as of the last write, or null. */
    byte @Nullable [] get(T table, byte[] key) {
        return get(latest, table, key);
    }

    private byte @Nullable [] get(ReadOptions options, T table, byte[] key) {
        try {
            return db.get(handle(table), options, key);
        } catch (RocksDBException e) {
            throw failure(e);
        }
    }

    /** A cursor as of the last write. */
    Cursor cursor(T table, byte[] from, byte[] to) {
        return new Cursor(db, handle(table), new ReadOptions(), from, to);
    }

    /** A new batch of writes. */
    Batch batch() {
        return new Batch();
    }

    /** Applies a batch at once. */
    void write(Batch batch) {
        write(quick, batch);
    }

    /** Applies a batch at once and forces it to the disk. */
    void writeDurably(Batch batch) {
        write(durable, batch);
    }

    private void write(WriteOptions options, Batch batch) {
        try {
            db.write(options, batch.batch);
        } catch (RocksDBException e) {
            throw failure(e);
        }
    }

    /** A view of the database as it is now. */
    View view() {
        synchronized (viewsLock) {
            openViews++;
        }
        return new View(db.getSnapshot());
    }

    private void viewClosed() {
        synchronized (viewsLock) {
            openViews--;
            viewsLock.notifyAll();
        }
    }

    /** Waits until all views are closed; false where that takes longer than allowed. */
    boolean awaitUnused(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (viewsLock) {
            while (openViews > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                try {
                    viewsLock.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }

    private ColumnFamilyHandle handle(T table) {
        return Objects.requireNonNull(tables.get(table));
    }

    static LedgerFailedException failure(RocksDBException e) {
        return new LedgerFailedException("the database failed: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        for (ColumnFamilyHandle table : tables.values()) {
            table.close();
        }
        try {
            db.closeE();
        } catch (RocksDBException e) {
            throw failure(e);
        } finally {
            owned.forEach(RocksObject::close);
        }
    }

    /** The database at one moment. Thread-safe; close it always, after its cursors. */
    final class View implements AutoCloseable {
        private final Snapshot snapshot;
        private final ReadOptions options;

        private View(Snapshot snapshot) {
            this.snapshot = snapshot;
            options = new ReadOptions().setSnapshot(snapshot);
        }

        /** A value, or null. */
        byte @Nullable [] get(T table, byte[] key) {
            return Database.this.get(options, table, key);
        }

        /** A cursor over keys from {@code from} (inclusive) to {@code to} (exclusive). */
        Cursor cursor(T table, byte[] from, byte[] to) {
            return new Cursor(db, handle(table), new ReadOptions().setSnapshot(snapshot), from, to);
        }

        @Override
        public void close() {
            options.close();
            db.releaseSnapshot(snapshot);
            snapshot.close();
            viewClosed();
        }
    }

    /** Writes that are applied together. Not thread-safe; close it always. */
    final class Batch implements AutoCloseable {
        private final WriteBatch batch = new WriteBatch();

        void put(T table, byte[] key, byte[] value) {
            try {
                batch.put(handle(table), key, value);
            } catch (RocksDBException e) {
                throw failure(e);
            }
        }

        void delete(T table, byte[] key) {
            try {
                batch.delete(handle(table), key);
            } catch (RocksDBException e) {
                throw failure(e);
            }
        }

        /** Deletes keys from {@code from} (inclusive) to {@code to} (exclusive). */
        void deleteRange(T table, byte[] from, byte[] to) {
            try {
                batch.deleteRange(handle(table), from, to);
            } catch (RocksDBException e) {
                throw failure(e);
            }
        }

        boolean isEmpty() {
            return batch.count() == 0;
        }

        @Override
        public void close() {
            batch.close();
        }
    }

    /** A forward walk over keys in byte order. Not thread-safe; close it always. */
    static final class Cursor implements AutoCloseable {
        private final ReadOptions options;
        private final Slice bound;
        private final org.rocksdb.RocksIterator iterator;
        private boolean started;
        private boolean closed;

        private Cursor(RocksDB db, ColumnFamilyHandle table, ReadOptions options, byte[] from, byte[] to) {
            this.options = options;
            bound = new Slice(to);
            iterator = db.newIterator(table, options.setIterateUpperBound(bound));
            iterator.seek(from);
        }

        /** Moves to the next entry; false at the end. */
        boolean next() {
            if (started && iterator.isValid()) {
                iterator.next();
            }
            started = true;
            if (iterator.isValid()) {
                return true;
            }
            try {
                iterator.status();
            } catch (RocksDBException e) {
                throw failure(e);
            }
            return false;
        }

        byte[] key() {
            return iterator.key();
        }

        byte[] value() {
            return iterator.value();
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                iterator.close();
                options.close();
                bound.close();
            }
        }
    }
}
