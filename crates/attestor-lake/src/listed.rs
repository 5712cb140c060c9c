//! A table as the list of its Parquet files: for an engine that knows nothing of Delta Lake, as the
//! machines of a cluster.
//!
//! The list is that of one moment. Files that the table's log took away are not on it, and the values
//! of the folders' columns come from the log, not from the names of folders.

use std::sync::Arc;

use async_trait::async_trait;
use deltalake::DeltaTable;
use deltalake::arrow::array::RecordBatch;
use deltalake::arrow::datatypes::{FieldRef, Schema, SchemaRef};
use deltalake::datafusion::catalog::Session;
use deltalake::datafusion::common::cast::as_boolean_array;
use deltalake::datafusion::common::{DFSchema, ScalarValue, project_schema};
use deltalake::datafusion::config::TableParquetOptions;
use deltalake::datafusion::datasource::listing::helpers::expr_applicable_for_cols;
use deltalake::datafusion::datasource::listing::{ListingTableUrl, PartitionedFile};
use deltalake::datafusion::datasource::physical_plan::{
    FileGroup, FileScanConfigBuilder, ParquetSource,
};
use deltalake::datafusion::datasource::source::DataSourceExec;
use deltalake::datafusion::datasource::table_schema::TableSchema;
use deltalake::datafusion::datasource::{TableProvider, TableType};
use deltalake::datafusion::error::Result;
use deltalake::datafusion::execution::object_store::ObjectStoreUrl;
use deltalake::datafusion::logical_expr::utils::conjunction;
use deltalake::datafusion::logical_expr::{Expr, TableProviderFilterPushDown};
use deltalake::datafusion::physical_plan::ExecutionPlan;
use deltalake::datafusion::physical_plan::empty::EmptyExec;
use deltalake::datafusion::prelude::SessionContext;
use deltalake::kernel::LogicalFileView;
use object_store::ObjectMeta;
use object_store::path::Path;

use crate::Lake;
use crate::accounts;
use crate::fault::Fault;

impl Lake {
    /// Names the tables `events` and `daily` in another engine's session, as lists of files, and
    /// `accounts` with its rows, if it has been named here. Who reads the files needs the same folder
    /// under the same path.
    ///
    /// # Errors
    /// The tables lie in no local folder, or use what a list of files cannot tell.
    pub async fn list_in(&self, session: &SessionContext) -> Result<(), Fault> {
        for (name, table) in [("events", &self.tables.events), ("daily", &self.tables.daily)] {
            session.register_table(name, Arc::new(Listed::of(table)?))?;
        }
        let own = self.session.context();
        if own.table_exist(accounts::NAME)? {
            session.register_table(accounts::NAME, own.table_provider(accounts::NAME).await?)?;
        }
        Ok(())
    }
}

/// The files of a table at one moment.
#[derive(Debug)]
struct Listed {
    store: ObjectStoreUrl,
    columns: TableSchema,
    files: Vec<PartitionedFile>,
}

impl Listed {
    fn of(table: &DeltaTable) -> Result<Self, Fault> {
        let root = table.table_url();
        if root.scheme() != "file" {
            let why = "a cluster reads tables in a local folder only, which all its machines see";
            return Err(Fault::Address { given: root.to_string(), why: why.to_owned() });
        }
        let root = ListingTableUrl::parse(root)?;
        let snapshot = table.snapshot()?;
        let settings = snapshot.metadata().configuration();
        if settings.get("delta.columnMapping.mode").is_some_and(|mode| mode != "none") {
            return Err(Fault::Tables("a cluster cannot read renamed columns".to_owned()));
        }
        let folders = snapshot.metadata().partition_columns();
        let columns = columns(&snapshot.snapshot().arrow_schema(), folders);
        let log = snapshot.log_data();
        let files = log.iter().map(|file| listed(&root, &columns, &file));
        let files = files.collect::<Result<_, _>>()?;
        Ok(Self { store: root.object_store(), files, columns })
    }

    /// Without the files in folders that the filters on folders leave out.
    fn fitting(&self, state: &dyn Session, filters: &[Expr]) -> Result<Vec<PartitionedFile>> {
        let filters = filters.iter().filter(|filter| self.is_about_folders(filter)).cloned();
        let Some(condition) = conjunction(filters) else { return Ok(self.files.clone()) };
        if self.files.is_empty() {
            return Ok(Vec::new());
        }
        let folders = self.columns.table_partition_cols();
        let of_column =
            |at| self.files.iter().filter_map(move |file| file.partition_values.get(at));
        let values =
            (0..folders.len()).map(|at| ScalarValue::iter_to_array(of_column(at).cloned()));
        let schema = Arc::new(Schema::new(folders.clone()));
        let rows = RecordBatch::try_new(Arc::clone(&schema), values.collect::<Result<_>>()?)?;
        let condition = state.create_physical_expr(condition, &DFSchema::try_from(schema)?)?;
        let fits = condition.evaluate(&rows)?.into_array(rows.num_rows())?;
        let fits = as_boolean_array(&fits)?;
        let fitting = self.files.iter().zip(fits).filter(|(_, fits)| *fits == Some(true));
        Ok(fitting.map(|(file, _)| file.clone()).collect())
    }

    /// Whether a filter is the same for all rows of a file.
    fn is_about_folders(&self, filter: &Expr) -> bool {
        let folders = self.columns.table_partition_cols().iter();
        let names: Vec<&str> = folders.map(|field| field.name().as_str()).collect();
        expr_applicable_for_cols(&names, filter)
    }
}

#[async_trait]
impl TableProvider for Listed {
    fn schema(&self) -> SchemaRef {
        Arc::clone(self.columns.table_schema())
    }

    fn table_type(&self) -> TableType {
        TableType::Base
    }

    /// What is about folders chooses files; what is about rows is looked at row by row.
    fn supports_filters_pushdown(
        &self,
        filters: &[&Expr],
    ) -> Result<Vec<TableProviderFilterPushDown>> {
        let support = |filter: &&Expr| match self.is_about_folders(filter) {
            true => TableProviderFilterPushDown::Exact,
            false => TableProviderFilterPushDown::Inexact,
        };
        Ok(filters.iter().map(support).collect())
    }

    async fn scan(
        &self,
        state: &dyn Session,
        projection: Option<&Vec<usize>>,
        filters: &[Expr],
        limit: Option<usize>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let options = TableParquetOptions {
            global: state.config_options().execution.parquet.clone(),
            ..TableParquetOptions::default()
        };
        let source = ParquetSource::new(self.columns.clone()).with_table_parquet_options(options);
        let files = self.fitting(state, filters)?;
        if files.is_empty() {
            return Ok(Arc::new(EmptyExec::new(project_schema(&self.schema(), projection)?)));
        }
        let groups = FileGroup::new(files).split_files(state.config().target_partitions());
        let config = FileScanConfigBuilder::new(self.store.clone(), Arc::new(source))
            .with_file_groups(groups)
            .with_projection_indices(projection.cloned())?
            .with_limit(limit)
            .build();
        Ok(DataSourceExec::from_data_source(config))
    }
}

/// The columns of the files, and those of the folders behind them.
fn columns(schema: &SchemaRef, folders: &[String]) -> TableSchema {
    let (folders, own): (Vec<FieldRef>, Vec<FieldRef>) =
        schema.fields().iter().map(Arc::clone).partition(|field| folders.contains(field.name()));
    let own = Arc::new(Schema::new(own));
    TableSchema::builder(own).with_table_partition_cols(folders).build()
}

/// A file with what its folders say.
fn listed(
    root: &ListingTableUrl,
    columns: &TableSchema,
    file: &LogicalFileView,
) -> Result<PartitionedFile, Fault> {
    if file.deletion_vector_descriptor().is_some() {
        let why = "a cluster cannot read files with deleted rows; \
                   `attestor mfa compact` writes them anew";
        return Err(Fault::Tables(why.to_owned()));
    }
    let below = file.object_store_path();
    let values = file.partition_values_map();
    let value = |field: &FieldRef| match values.get(field.name()).cloned().flatten() {
        Some(text) => ScalarValue::try_from_string(text, field.data_type()),
        None => ScalarValue::try_from(field.data_type()),
    };
    let mut listed = PartitionedFile::new_from_meta(ObjectMeta {
        location: Path::from_iter(root.prefix().parts().chain(below.parts())),
        last_modified: file.modification_datetime()?,
        size: u64::try_from(file.size()).unwrap_or(0),
        e_tag: None,
        version: None,
    });
    listed.partition_values =
        columns.table_partition_cols().iter().map(value).collect::<Result<_, _>>()?;
    Ok(listed)
}
