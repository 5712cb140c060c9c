//! Who does the work.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use attestor_lake::Fault;
use ballista_core::config::TaskSchedulingPolicy;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};

/// How long an executor waits for its scheduler to begin.
const SCHEDULER_SECONDS: u16 = 30;

/// An executor that is to be.
#[derive(Debug, Clone)]
pub struct Executor {
    /// Host and port of the scheduler.
    pub scheduler: (String, u16),
    /// Where the others fetch what it found.
    pub bind: SocketAddr,
    /// The name under which they reach it; otherwise the address that the scheduler sees.
    pub host: Option<String>,
    /// How many pieces of work it does at once.
    pub cores: usize,
    /// The folder of what is found on the way.
    pub work: PathBuf,
}

/// Asks a scheduler for work and does it, until the process is told to end. It trusts the scheduler,
/// and whoever connects.
///
/// # Errors
/// The scheduler does not answer, or the address is taken.
pub async fn execute(executor: Executor) -> Result<(), Fault> {
    let (scheduler_host, scheduler_port) = executor.scheduler;
    let given = format!("{scheduler_host}:{scheduler_port}");
    let config = ExecutorProcessConfig {
        bind_host: match executor.bind.ip() {
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        },
        port: executor.bind.port(),
        external_host: executor.host,
        scheduler_host,
        scheduler_port,
        scheduler_connect_timeout_seconds: SCHEDULER_SECONDS,
        vcores: executor.cores,
        task_scheduling_policy: TaskSchedulingPolicy::PullStaged,
        work_dir: Some(executor.work.display().to_string()),
        ..ExecutorProcessConfig::default()
    };
    let served = start_executor_process(Arc::new(config)).await;
    served.map_err(|error| Fault::Cluster { given, why: error.to_string() })
}
