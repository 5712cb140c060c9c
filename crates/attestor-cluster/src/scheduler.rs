//! Who hands out the work.

use std::sync::Arc;

use attestor_lake::Fault;
use ballista_core::config::TaskSchedulingPolicy;
use ballista_core::error::BallistaError;
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::{create_scheduler, start_grpc_service_with_listener};
use datafusion_proto::protobuf::{LogicalPlanNode, PhysicalPlanNode};
use tokio::net::TcpListener;

/// Takes plans from who asks, cuts them into pieces, and hands these to executors that come for them.
/// Does not end by itself. It trusts whoever connects.
///
/// # Errors
/// The connections cannot be served.
pub async fn schedule(listener: TcpListener) -> Result<(), Fault> {
    let address = listener.local_addr().map(|address| address.to_string()).unwrap_or_default();
    let broken =
        |error: BallistaError| Fault::Cluster { given: address.clone(), why: error.to_string() };
    let config = Arc::new(SchedulerConfig {
        // Executors ask for work: they need no port that the scheduler reaches.
        scheduling_policy: TaskSchedulingPolicy::PullStaged,
        ..SchedulerConfig::default()
    });
    let cluster = BallistaCluster::new_from_config(&config).await.map_err(broken)?;
    let scheduler = create_scheduler::<LogicalPlanNode, PhysicalPlanNode>(cluster, config).await;
    start_grpc_service_with_listener(listener, scheduler.map_err(broken)?).await.map_err(broken)
}
